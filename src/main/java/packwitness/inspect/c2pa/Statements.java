package packwitness.inspect.c2pa;

import com.fasterxml.jackson.databind.JsonNode;

import packwitness.inspect.container.Damage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * What a manifest states: actions and source types, wherever they stand in its assertions.
 *
 * @param sourceTypes last words of the addresses, sorted
 * @param actions such as {@code c2pa.created}, sorted
 */
record Statements(Collection<String> sourceTypes, Collection<String> actions) {
    private static final List<String> TYPE_KEYS =
            List.of(
                    "digitalSourceType",
                    "DigitalSourceType",
                    "Iptc4xmpExt:DigitalSourceType",
                    "http://iptc.org/std/Iptc4xmpExt/2008-02-29/DigitalSourceType");

    static Statements of(Manifest manifest) {
        Collection<String> types = new TreeSet<>();
        Collection<String> actions = new TreeSet<>();
        for (JumbfBox box : manifest.assertions()) {
            for (JsonNode content : contents(box)) {
                for (String key : TYPE_KEYS)
                    for (String type : content.findValuesAsText(key)) add(types, type);
                if (Manifest.isOf(box.label(), "c2pa.actions"))
                    for (JsonNode action : content.path("actions"))
                        if (action.path("action").isTextual())
                            actions.add(cut(action.path("action").asText()));
            }
        }
        return new Statements(types, actions);
    }

    private static void add(Collection<String> types, String address) {
        String text = address.strip();
        String word = text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf(':')) + 1);
        if (!word.isBlank()) types.add(cut(word));
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), 100));
    }

    private static List<JsonNode> contents(JumbfBox box) {
        List<JsonNode> nodes = new ArrayList<>();
        for (JumbfBox content : box.children()) {
            try {
                if (content.type().equals("cbor")) nodes.add(Cbor.read(content.body()));
                if (content.type().equals("json")) nodes.add(Cbor.json(content.body()));
            } catch (Damage e) {
                // An unreadable assertion states nothing; the check of assertions reports it.
                continue;
            }
        }
        return nodes;
    }
}
