package packwitness.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.text.Font;
import javafx.stage.Stage;

import packwitness.storage.Unpacked;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The look of all windows, light or dark, with our own Chinese font. FX thread only. */
public enum Theme {
    LIGHT,
    DARK;

    private static final List<String> FONTS =
            List.of(
                    "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf",
                    "/fonts/ttf/NotoSansSC/NotoSansSC-Bold.ttf");

    /**
     * Loads both weights; without the bold one headings lose their weight.
     *
     * @param folder where they lie as files from the first start on
     */
    public static void loadFonts(Path folder) {
        for (String font : FONTS) if (!loadFont(folder, font)) loadFont(font);
    }

    private static boolean loadFont(Path folder, String font) {
        try {
            String file = Unpacked.of(folder, font).toUri().toString();
            return Font.loadFont(file, Font.getDefault().getSize()) != null;
        } catch (IOException noFolder) {
            return false;
        }
    }

    /** Loads a font from the jar: slower, but it needs no folder. */
    private static void loadFont(String font) {
        try (InputStream in = Theme.class.getResourceAsStream(font)) {
            if (in == null) throw new IllegalStateException("the build left out " + font);
            Font.loadFont(in, Font.getDefault().getSize());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Dresses every window of the process, in the form of the theme that needs no parsing. */
    public void dress() {
        String sheet =
                (this == LIGHT ? new PrimerLight() : new PrimerDark()).getUserAgentStylesheet();
        Application.setUserAgentStylesheet(sheet.replaceFirst("[.]css$", ".bss"));
    }

    /** Gives the window the picture that task bars show. */
    public static void icon(Stage stage) {
        URL picture = Theme.class.getResource("/packwitness/ui/icon.png");
        stage.getIcons()
                .setAll(new Image(Objects.requireNonNull(picture, "icon").toExternalForm()));
    }

    /** Adds our own rules to a scene; they follow the theme by its colour names. */
    public static void style(Scene scene) {
        URL own = Theme.class.getResource("/packwitness/ui/packwitness.css");
        scene.getStylesheets().add(Objects.requireNonNull(own, "style sheet").toExternalForm());
    }
}
