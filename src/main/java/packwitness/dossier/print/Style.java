package packwitness.dossier.print;

import java.awt.Color;

/** How a piece of text is set: size in points, weight, colour, and whether words may break. */
record Style(float size, boolean bold, Color color, boolean code) {
    static final Color BLACK = Color.BLACK;
    static final Color GREY = new Color(0x59, 0x59, 0x59);
    static final Color RULE = new Color(0x8a, 0x8a, 0x8a);
    static final Color SHADE = new Color(0xf0, 0xf0, 0xf0);

    /** Dark enough to print black. */
    static final Color LINK = new Color(0x17, 0x32, 0x5c);

    static final Style TITLE = of(19);
    static final Style PART = of(14.5f).strong();
    static final Style CHAPTER = of(11.5f).strong();
    static final Style BODY = of(10.5f);
    static final Style STRONG = BODY.strong();
    static final Style CELL = of(8.8f);
    static final Style HEAD = CELL.strong();
    static final Style SMALL = of(7.8f);
    static final Style QUIET = SMALL.in(GREY);
    static final Style CODE = new Style(7.8f, false, BLACK, true);

    private static Style of(float size) {
        return new Style(size, false, BLACK, false);
    }

    Style strong() {
        return new Style(size, true, color, code);
    }

    Style in(Color other) {
        return new Style(size, bold, other, code);
    }

    Style sized(float other) {
        return new Style(other, bold, color, code);
    }

    Style broken() {
        return new Style(size, bold, color, true);
    }
}
