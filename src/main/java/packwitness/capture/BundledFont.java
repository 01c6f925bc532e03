package packwitness.capture;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The font that is drawn into pictures, the same on every machine; any thread. */
public final class BundledFont {
    private static final String REGULAR = "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";
    private static final String BOLD = "/fonts/ttf/NotoSansSC/NotoSansSC-Bold.ttf";

    private BundledFont() {}

    private static final class Regular {
        static final Font FONT = load(REGULAR);
    }

    private static final class Bold {
        static final Font FONT = load(BOLD);
    }

    /** Returns Noto Sans SC of this size in pixels. */
    public static Font regular(float size) {
        return Regular.FONT.deriveFont(size);
    }

    static Font bold(float size) {
        return Bold.FONT.deriveFont(size);
    }

    private static Font load(String name) {
        try (InputStream in = BundledFont.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("no font " + name);
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }
}
