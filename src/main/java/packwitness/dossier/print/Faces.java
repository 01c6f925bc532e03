package packwitness.dossier.print;

import org.openpdf.text.pdf.BaseFont;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;

/**
 * The two faces of all papers, read once: what a paper uses of them its own writer remembers. Safe
 * for any thread.
 */
final class Faces {
    static final BaseFont REGULAR = face("NotoSansSC-Regular");
    static final BaseFont BOLD = face("NotoSansSC-Bold");

    private Faces() {}

    private static BaseFont face(String name) {
        String path = "/fonts/ttf/NotoSansSC/" + name + ".ttf";
        try (InputStream in = Faces.class.getResourceAsStream(path)) {
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
            font.setSecureRandom(new SameEveryTime());
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names the subset of a face by zeros instead of by chance: same input, same bytes. */
    private static final class SameEveryTime extends SecureRandom {
        private static final long serialVersionUID = 1;

        @Override
        public double nextDouble() {
            return 0.5;
        }
    }
}
