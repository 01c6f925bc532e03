package packwitness.ui.shell;

import javafx.scene.input.KeyCode;

import org.kordamp.ikonli.feather.Feather;

/** The workspaces of the window, in the order of the rail. */
enum Place {
    DESK(Feather.VIDEO, KeyCode.DIGIT1),
    SHIPMENTS(Feather.SEARCH, KeyCode.DIGIT2),
    CLAIMS(Feather.SHIELD, KeyCode.DIGIT3),
    FIGURES(Feather.BAR_CHART_2, KeyCode.DIGIT4),
    IMPORTS(Feather.DOWNLOAD, KeyCode.DIGIT5),
    KEEP(Feather.ARCHIVE, KeyCode.DIGIT6),
    RULES(Feather.SLIDERS, KeyCode.DIGIT7),
    CHECK(Feather.CHECK_SQUARE, KeyCode.DIGIT8),
    COVERAGE(Feather.PERCENT, KeyCode.DIGIT9),
    SETTINGS(Feather.SETTINGS, KeyCode.COMMA);

    final Feather icon;
    final KeyCode digit;

    Place(Feather icon, KeyCode digit) {
        this.icon = icon;
        this.digit = digit;
    }

    String key() {
        return "ui.place." + name();
    }
}
