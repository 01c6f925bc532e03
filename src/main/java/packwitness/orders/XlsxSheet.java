package packwitness.orders;

import com.fasterxml.aalto.stax.InputFactoryImpl;

import org.jspecify.annotations.Nullable;

import packwitness.value.Failure;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the first sheet of a workbook as a stream of rows. Only the shared texts stand in memory;
 * nothing outside the file is ever opened, and no formula is worked out.
 */
final class XlsxSheet {
    private static final long MOST_SHEET = 8L << 30;
    private static final long MOST_TEXTS = 512L << 20;
    private static final long MOST_OTHER = 16L << 20;
    private static final int BUFFER = 1 << 16;
    private static final int MOST_TEXT = 32_767;

    private final Path file;
    private final ZipFile zip;
    private final XMLInputFactory xml = new InputFactoryImpl();

    private XlsxSheet(Path file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    static SheetLook read(Path file, RowVisitor visitor) throws Failure, IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            new XlsxSheet(file, zip).read(visitor);
        } catch (XMLStreamException | ZipException | BoundedXml.TooLarge | RuntimeException e) {
            // The parser reports some broken files by exceptions of its own.
            throw new Failure(
                    isTooLarge(e) ? OrdersProblem.TOO_LARGE : OrdersProblem.UNREADABLE,
                    e,
                    Sheet.name(file));
        }
        return new SheetLook("XLSX", "");
    }

    private static boolean isTooLarge(Throwable e) {
        for (@Nullable Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof BoundedXml.TooLarge) return true;
            if (at instanceof XMLStreamException xml
                    && xml.getNestedException() instanceof BoundedXml.TooLarge) return true;
        }
        return false;
    }

    private void read(RowVisitor visitor) throws Failure, IOException, XMLStreamException {
        String sheet = firstSheet();
        List<String> shared = sharedTexts();
        XMLStreamReader in = open(sheet, MOST_SHEET);
        Cells cells = new Cells(new Cells.Wanted());
        long row = 0;
        boolean more = true;
        while (more && in.hasNext()) {
            if (in.next() != XMLStreamConstants.START_ELEMENT || !in.getLocalName().equals("row"))
                continue;
            row = Math.max(row + 1, number(in.getAttributeValue(null, "r"), 0));
            cells.begin(row);
            cells(in, cells, shared);
            more = visitor.see(cells);
        }
        in.close();
    }

    private void cells(XMLStreamReader in, Cells cells, List<String> shared)
            throws XMLStreamException {
        int column = -1;
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamConstants.END_ELEMENT && in.getLocalName().equals("row")) return;
            if (event != XMLStreamConstants.START_ELEMENT || !in.getLocalName().equals("c"))
                continue;
            column = column(in.getAttributeValue(null, "r"), column + 1);
            String type = in.getAttributeValue(null, "t");
            if (cells.wants(column)) cell(in, cells, column, type == null ? "n" : type, shared);
            else skip(in);
        }
    }

    private static void cell(
            XMLStreamReader in, Cells cells, int column, String type, List<String> shared)
            throws XMLStreamException {
        String text = value(in);
        if (text.isEmpty()) return;
        switch (type) {
            case "s" -> {
                int at = (int) number(text, -1);
                if (at >= 0 && at < shared.size()) cells.set(column, shared.get(at), false);
            }
            case "n" -> cells.set(column, text, true);
            case "e" -> cells.set(column, text, false);
            default -> cells.set(column, Bare.of(clip(text)), false);
        }
    }

    /** Reads up to the end of the cell; a formula is passed over, its last value taken. */
    private static String value(XMLStreamReader in) throws XMLStreamException {
        String found = "";
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamConstants.END_ELEMENT && in.getLocalName().equals("c"))
                return found;
            if (event != XMLStreamConstants.START_ELEMENT) continue;
            String name = in.getLocalName();
            if (name.equals("v")) found = text(in);
            else if (name.equals("is")) found = rich(in, "is");
        }
        return found;
    }

    private static void skip(XMLStreamReader in) throws XMLStreamException {
        while (in.hasNext())
            if (in.next() == XMLStreamConstants.END_ELEMENT && in.getLocalName().equals("c"))
                return;
    }

    /** Returns the texts inside an element, without the reading aids of Japanese. */
    private static String rich(XMLStreamReader in, String end) throws XMLStreamException {
        @Nullable StringBuilder more = null;
        String found = "";
        int aids = 0;
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                String name = in.getLocalName();
                if (name.equals(end)) return more == null ? found : more.toString();
                if (name.equals("rPh")) aids--;
            }
            if (event != XMLStreamConstants.START_ELEMENT) continue;
            String name = in.getLocalName();
            if (name.equals("rPh")) aids++;
            if (!name.equals("t") || aids > 0) continue;
            String piece = text(in);
            if (found.isEmpty()) found = piece;
            else {
                if (more == null) more = new StringBuilder(found);
                if (more.length() < MOST_TEXT) more.append(piece);
            }
        }
        return found;
    }

    private static String text(XMLStreamReader in) throws XMLStreamException {
        String found = "";
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamConstants.END_ELEMENT) return found;
            if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE)
                found = found.isEmpty() ? in.getText() : found.concat(in.getText());
            if (found.length() > MOST_TEXT * 2) found = clip(found);
        }
        return found;
    }

    private static String clip(String text) {
        return text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text;
    }

    private List<String> sharedTexts() throws IOException, XMLStreamException {
        List<String> shared = new ArrayList<>();
        if (zip.getEntry("xl/sharedStrings.xml") == null) return shared;
        XMLStreamReader in = open("xl/sharedStrings.xml", MOST_TEXTS);
        long characters = 0;
        while (in.hasNext()) {
            if (in.next() != XMLStreamConstants.START_ELEMENT || !in.getLocalName().equals("si"))
                continue;
            String text = Bare.of(clip(rich(in, "si")));
            characters += text.length() + 24L;
            if (characters > MOST_TEXTS) throw new BoundedXml.TooLarge();
            shared.add(text);
        }
        in.close();
        return shared;
    }

    /** Returns the part that holds the first sheet of the book. */
    private String firstSheet() throws Failure, IOException, XMLStreamException {
        if (zip.getEntry("xl/workbook.xml") == null)
            throw new Failure(OrdersProblem.UNREADABLE, Sheet.name(file));
        String id = attribute("xl/workbook.xml", "sheet", null, "", "id");
        String target =
                zip.getEntry("xl/_rels/workbook.xml.rels") == null
                        ? ""
                        : attribute(
                                "xl/_rels/workbook.xml.rels", "Relationship", "Id", id, "Target");
        if (target.isEmpty()) target = "worksheets/sheet1.xml";
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }

    private String attribute(
            String part, String element, @Nullable String key, String value, String wanted)
            throws IOException, XMLStreamException {
        XMLStreamReader in = open(part, MOST_OTHER);
        String found = "";
        while (found.isEmpty() && in.hasNext()) {
            if (in.next() != XMLStreamConstants.START_ELEMENT
                    || !in.getLocalName().equals(element)
                    || key != null && !value.equals(in.getAttributeValue(null, key))) continue;
            for (int i = 0; i < in.getAttributeCount(); i++)
                if (in.getAttributeLocalName(i).equals(wanted)) found = in.getAttributeValue(i);
        }
        in.close();
        return found;
    }

    private XMLStreamReader open(String part, long most) throws IOException, XMLStreamException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) throw new ZipException("no " + part);
        InputStream in = new BoundedXml(zip.getInputStream(entry), most);
        return xml.createXMLStreamReader(new BufferedInputStream(in, BUFFER));
    }

    /** Returns the column of a place such as {@code AB12}, from 0. */
    private static int column(@Nullable String place, int otherwise) {
        if (place == null) return otherwise;
        int column = 0;
        for (int i = 0; i < place.length(); i++) {
            char c = place.charAt(i);
            if (c < 'A' || c > 'Z') break;
            column = column * 26 + c - 'A' + 1;
            if (column > 1 << 20) return otherwise;
        }
        return column == 0 ? otherwise : column - 1;
    }

    private static long number(@Nullable String text, long otherwise) {
        if (text == null || text.isEmpty() || text.length() > 12) return otherwise;
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) return otherwise;
            number = number * 10 + digit;
        }
        return number;
    }
}
