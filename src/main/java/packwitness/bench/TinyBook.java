package packwitness.bench;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a workbook as spreadsheet programs do: every text once, in a table of shared texts. */
final class TinyBook implements Closeable {
    private final ZipOutputStream zip;
    private final Writer out;
    private final Map<String, Integer> shared = new LinkedHashMap<>();
    private long row;

    TinyBook(Path file) throws IOException {
        zip = new ZipOutputStream(Files.newOutputStream(file));
        zip.setLevel(3);
        out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
        part(
                "[Content_Types].xml",
                "<Types"
                    + " xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
                    + " Extension=\"rels\""
                    + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default"
                    + " Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + over("workbook", "sheet.main")
                        + over("worksheets/sheet1", "worksheet")
                        + over("sharedStrings", "sharedStrings")
                        + "</Types>");
        part(
                "_rels/.rels",
                "<Relationships"
                        + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + relation("rId1", "officeDocument", "xl/workbook.xml")
                        + "</Relationships>");
        part(
                "xl/workbook.xml",
                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                    + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet"
                    + " name=\"1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        part(
                "xl/_rels/workbook.xml.rels",
                "<Relationships"
                        + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + relation("rId1", "worksheet", "worksheets/sheet1.xml")
                        + relation("rId2", "sharedStrings", "sharedStrings.xml")
                        + "</Relationships>");
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
        out.write(
                "<worksheet"
                    + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
    }

    void row(List<String> cells) throws IOException {
        row++;
        out.write("<row r=\"" + row + "\">");
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).isEmpty()) continue;
            Integer known = shared.get(cells.get(i));
            int at = known == null ? shared.size() : known;
            if (known == null) shared.put(cells.get(i), at);
            out.write("<c r=\"" + column(i) + row + "\" t=\"s\"><v>" + at + "</v></c>");
        }
        out.write("</row>");
    }

    @Override
    public void close() throws IOException {
        out.write("</sheetData></worksheet>");
        out.flush();
        zip.closeEntry();
        zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
        out.write("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
        for (String text : shared.keySet()) {
            out.write("<si><t>");
            out.write(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
            out.write("</t></si>");
        }
        out.write("</sst>");
        out.flush();
        zip.closeEntry();
        zip.close();
    }

    private static String column(int index) {
        return index < 26
                ? String.valueOf((char) ('A' + index))
                : String.valueOf((char) ('A' + index / 26 - 1)) + (char) ('A' + index % 26);
    }

    private static String over(String part, String type) {
        return "<Override PartName=\"/xl/"
                + part
                + ".xml\""
                + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml."
                + type
                + "+xml\"/>";
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\""
                + id
                + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                + type
                + "\" Target=\""
                + target
                + "\"/>";
    }

    private void part(String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(
                ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text)
                        .getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
