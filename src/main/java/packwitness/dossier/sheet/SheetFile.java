package packwitness.dossier.sheet;

import org.openpdf.text.pdf.BaseFont;

import packwitness.dossier.paper.DossierProblem;
import packwitness.value.Failure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** What all printed sheets share: their letters, and how their file is written. */
final class SheetFile {
    private SheetFile() {}

    /** Writes the file whole or not at all; one of this name is replaced, for it is no evidence. */
    static void keep(byte[] pdf, Path file) throws Failure {
        Path whole = file.toAbsolutePath();
        try {
            Path part = whole.resolveSibling(whole.getFileName() + ".part");
            try {
                Files.write(part, pdf);
                Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new Failure(DossierProblem.NOT_WRITABLE, e, file);
        }
    }

    static void refuseUnprintable(BaseFont font, String text) throws Failure {
        for (int c : text.codePoints().toArray())
            if (!font.charExists(c))
                throw new Failure(DossierProblem.NO_GLYPH, "U+%04X".formatted(c), text);
    }

    static BaseFont face(String name) {
        String path = "/fonts/ttf/NotoSansSC/" + name + ".ttf";
        try (InputStream in = SheetFile.class.getResourceAsStream(path)) {
            if (in == null) throw new IllegalStateException("no font " + path);
            BaseFont font =
                    BaseFont.createFont(
                            name + ".ttf",
                            BaseFont.IDENTITY_H,
                            BaseFont.EMBEDDED,
                            BaseFont.NOT_CACHED,
                            in.readAllBytes(),
                            null);
            font.setSubset(true);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
