package packwitness.dossier.print;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

import packwitness.dossier.paper.Dossier;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Reads a written paper back with a library that did not write it. */
final class PaperReader {
    private PaperReader() {}

    /** Returns the lines of each page in the order they were set, head and foot left out. */
    static List<List<String>> pages(Path pdf) throws IOException {
        List<List<String>> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document).lines().map(String::strip).toList());
            }
        }
        return pages;
    }

    /** Returns all text without any white space, head and foot of pages left out. */
    static String text(Path pdf, Dossier dossier) throws IOException {
        StringBuilder all = new StringBuilder();
        String head = squeezed(dossier.facts().caseNo() + new Wording(dossier).label("paper"));
        String foot = squeezed(new Wording(dossier).label("footer"));
        String name = squeezed(dossier.cover().merchant().name());
        String ribbon = squeezed(new Wording(dossier).label("ribbon.courtesy"));
        for (List<String> lines : pages(pdf)) {
            StringBuilder page = new StringBuilder();
            lines.forEach(line -> page.append(squeezed(line)));
            // Head and foot are drawn when the page ends, so they stand at its end.
            int dressed = page.lastIndexOf(foot);
            String body = dressed < 0 ? page.toString() : page.substring(0, dressed);
            if (body.endsWith(head + name))
                body = body.substring(0, body.length() - head.length() - name.length());
            if (body.endsWith(ribbon)) body = body.substring(0, body.length() - ribbon.length());
            all.append(body);
        }
        return all.toString();
    }

    static String squeezed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\s\\u3000\\u00a0]+", "");
    }
}
