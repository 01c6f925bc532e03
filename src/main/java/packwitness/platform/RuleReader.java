package packwitness.platform;

import packwitness.platform.PlatformRule.Deadline;
import packwitness.platform.PlatformRule.Format;
import packwitness.platform.PlatformRule.Images;
import packwitness.platform.PlatformRule.Text;
import packwitness.value.Failure;
import packwitness.yaml.Node;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads rules from YAML; a limit so small that nothing could obey it is refused. */
final class RuleReader {
    static final int LEAST_BYTES = 10_000;
    static final int LEAST_PIXELS = 64 * 64;
    static final int LEAST_NAME = 8;
    private static final int MILLION = 1_000_000;

    private RuleReader() {}

    static List<PlatformRule> read(Node document) throws Failure {
        List<PlatformRule> rules = new ArrayList<>();
        for (Node node : document.at("rules").items()) rules.add(rule(node));
        return List.copyOf(rules);
    }

    private static PlatformRule rule(Node node) throws Failure {
        String id = node.at("id").text();
        if (!id.matches("[a-z0-9-]{2,40}"))
            throw new Failure(
                    PlatformProblem.OUT_OF_RANGE, node.at("id").place(), id, "a-z 0-9 - (2–40)");
        return new PlatformRule(
                id,
                node.at("platform").wording(),
                node.at("channel").wording(),
                images(node.at("images")),
                node.at("document_bytes").isAbsent()
                        ? Optional.empty()
                        : Optional.of((long) whole(node, "document_bytes", LEAST_BYTES, 0)),
                text(node.at("text")),
                whole(node, "names", LEAST_NAME, 60),
                deadline(node.at("deadline")),
                node.at("known").flag(true),
                node.at("source").text(),
                node.at("checked_on").date(),
                node.at("checked_by").text());
    }

    private static Images images(Node node) throws Failure {
        int most = whole(node, "most", 0, 4);
        List<Format> formats = new ArrayList<>();
        for (Node item : node.at("formats").items()) {
            try {
                formats.add(Format.valueOf(item.text().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw item.unreadable();
            }
        }
        return new Images(
                most,
                whole(node, "bytes", LEAST_BYTES, 2 * MILLION),
                whole(node, "pixels", LEAST_PIXELS, 30 * MILLION),
                formats.isEmpty() ? List.of(Format.JPG) : formats);
    }

    private static Text text(Node node) throws Failure {
        int most = whole(node, "most", 0, 500);
        int least = whole(node, "least", 0, 0);
        if (least > most)
            throw new Failure(
                    PlatformProblem.OUT_OF_RANGE, node.at("least").place(), least, "≤ " + most);
        OptionalInt bytes =
                node.at("bytes").isAbsent()
                        ? OptionalInt.empty()
                        // A Chinese character takes three bytes.
                        : OptionalInt.of(whole(node, "bytes", 3 * least, 0));
        return new Text(least, most, bytes);
    }

    private static Optional<Deadline> deadline(Node node) throws Failure {
        if (node.isAbsent()) return Optional.empty();
        return Optional.of(new Deadline(whole(node, "hours", 1, 48), node.at("from").wording()));
    }

    private static int whole(Node node, String name, int least, int standard) throws Failure {
        Node place = node.at(name);
        int value = place.isAbsent() ? standard : place.whole();
        if (value < least)
            throw new Failure(PlatformProblem.OUT_OF_RANGE, place.place(), value, "≥ " + least);
        return value;
    }
}
