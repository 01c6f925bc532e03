package packwitness.inspect.label;

import packwitness.inspect.container.Bytes;
import packwitness.inspect.container.Piece;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads all properties of an XMP packet; of a damaged one those before the damage. */
final class XmpPacket {
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final int MOST_BYTES = 8 << 20;
    private static final int MOST_PROPERTIES = 20_000;
    private static final int MOST_SALVAGED = 100;
    private static final int DEEPEST = 64;
    // What a packet says about AI is looked for even where it is not well formed.
    private static final Pattern SALVAGE =
            Pattern.compile(
                    "(?:<|\\s)[\\w.-]{1,40}:(AIGC|DigitalSourceType)"
                            + "(?:>([^<]{1,65536})|=\"([^\"]{1,65536})\"|='([^']{1,65536})')");

    private record Open(String space, String name, StringBuilder text) {}

    private final String place;
    private final List<Said> said = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();

    private XmpPacket(String place) {
        this.place = place;
    }

    static List<Said> read(Piece piece) {
        XmpPacket packet = new XmpPacket(piece.place());
        String text = text(piece.bytes());
        try {
            // A packet beyond the bounds is searched like a damaged one.
            if (!packet.parse(text)) packet.salvage(text);
        } catch (XMLStreamException | RuntimeException e) {
            // The JDK's reader throws unchecked exceptions on some broken names as well.
            packet.salvage(text);
        }
        return packet.said;
    }

    private static String text(Bytes bytes) {
        Bytes head = bytes.head(MOST_BYTES);
        String text;
        if (head.says(0, "\u00FE\u00FF")) text = new String(head.copy(), StandardCharsets.UTF_16BE);
        else if (head.says(0, "\u00FF\u00FE"))
            text = new String(head.copy(), StandardCharsets.UTF_16LE);
        else text = head.text();
        int first = text.indexOf('<');
        int last = text.lastIndexOf('>');
        return first < 0 || last < first ? "" : text.substring(first, last + 1);
    }

    private boolean parse(String text) throws XMLStreamException {
        if (text.isEmpty()) return true;
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
        while (reader.hasNext() && said.size() < MOST_PROPERTIES && open.size() < DEEPEST) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(reader);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    Open top = open.peek();
                    if (top != null) top.text().append(reader.getText());
                }
                case XMLStreamConstants.END_ELEMENT -> end();
                default -> {
                    // Processing instructions and comments carry no properties.
                }
            }
        }
        return !reader.hasNext();
    }

    private void start(XMLStreamReader reader) {
        String space = String.valueOf(reader.getNamespaceURI());
        open.push(new Open(space, reader.getLocalName(), new StringBuilder()));
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String attributeSpace = String.valueOf(reader.getAttributeNamespace(i));
            String name = reader.getAttributeLocalName(i);
            // rdf:resource is another way to write the value of the property itself.
            if (attributeSpace.equals(RDF) && name.equals("resource"))
                property(space, reader.getLocalName(), reader.getAttributeValue(i), 1);
            else property(attributeSpace, name, reader.getAttributeValue(i), 0);
        }
    }

    private void end() {
        Open closed = open.pop();
        String text = closed.text().toString().strip();
        if (text.isEmpty()) return;
        if (!closed.space().equals(RDF)) {
            property(closed.space(), closed.name(), text, 0);
            return;
        }
        // An item of a list or the value of a struct speaks in the name of its property.
        for (Open around : open) {
            if (around.space().equals(RDF)) continue;
            said.add(new Said(place, around.space(), "", around.name(), text));
            return;
        }
    }

    private void property(String space, String name, String value, int skip) {
        if (space.startsWith("http://www.w3.org/")) return;
        String owner = "";
        int passed = 0;
        for (Open around : open) {
            if (passed++ < skip || around.space().startsWith("http://www.w3.org/")) continue;
            owner = around.name();
            break;
        }
        said.add(new Said(place, space, owner, name, value.strip()));
    }

    private void salvage(String text) {
        Matcher matcher = SALVAGE.matcher(text);
        for (int count = 0; count < MOST_SALVAGED && matcher.find(); count++) {
            String value = "";
            for (int group = 2; group <= 4; group++) {
                String found = matcher.group(group);
                if (found != null) value = found;
            }
            String name = String.valueOf(matcher.group(1));
            String plain = unescape(value).strip();
            if (said.stream().noneMatch(s -> s.name().equals(name) && s.text().equals(plain)))
                said.add(new Said(place, "", "", name, plain));
        }
    }

    private static String unescape(String text) {
        return text.replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&#x22;", "\"")
                .replace("&apos;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
