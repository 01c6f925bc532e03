package packwitness.dossier.print;

import org.jspecify.annotations.Nullable;
import org.openpdf.text.Chunk;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;

import packwitness.dossier.paper.ExhibitNo;
import packwitness.value.Lang;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The two faces of the paper and the only door through which text gets onto a page: it writes what
 * the faces lack as its code point and makes links of exhibit marks. One thread; one paper.
 */
final class Ink {
    private static final Pattern NUMBER = Pattern.compile("\\d+-\\d+");
    private static final Kinsoku PROSE = Kinsoku.prose();
    private static final Kinsoku CODE = Kinsoku.code();

    private final BaseFont regular = Faces.REGULAR;
    private final BaseFont bold = Faces.BOLD;
    private final Set<ExhibitNo> linked;
    private final Set<ExhibitNo> existing;
    private final Lang lang;
    private final SortedMap<Integer, String> missing = new TreeMap<>();
    private final SortedMap<String, String> strangers = new TreeMap<>();

    /**
     * Begins a paper.
     *
     * @param linked exhibits that are shown in this paper, so that a mark can lead to them
     * @param existing all exhibits of the case
     */
    Ink(Set<ExhibitNo> linked, Set<ExhibitNo> existing, Lang lang) {
        this.linked = linked;
        this.existing = existing;
        this.lang = lang;
    }

    Lang lang() {
        return lang;
    }

    BaseFont face(boolean strong) {
        return strong ? bold : regular;
    }

    /** Returns letters that the faces lack, with the words around their first place. */
    SortedMap<Integer, String> missing() {
        return missing;
    }

    /** Returns marks that name no exhibit, with the words around their first place. */
    SortedMap<String, String> strangers() {
        return strangers;
    }

    float width(String text, Style style) {
        return face(style.bold()).getWidthPoint(clean(text), style.size());
    }

    /** Returns the text as a phrase; marks of exhibits become links. */
    Phrase phrase(String text, Style style) {
        Phrase phrase = new Phrase();
        // The library sets the space between paragraphs in this font, and Helvetica is not ours.
        phrase.setFont(font(style));
        add(phrase, clean(Marks.in(lang, text)), style);
        return phrase;
    }

    /** Returns the text as one piece without links. */
    Chunk chunk(String text, Style style) {
        return piece(clean(Marks.in(lang, text)), style);
    }

    private void add(Phrase phrase, String text, Style style) {
        Matcher mark = Marks.pattern(lang).matcher(text);
        int done = 0;
        while (mark.find()) {
            Matcher number = NUMBER.matcher(mark.group());
            int from = mark.start();
            while (number.find()) {
                // Marks of punctuation stay in the piece of their word: pieces may be parted.
                int begin = Kinsoku.absorbBefore(text, from, done);
                int end = Kinsoku.absorbAfter(text, mark.start() + number.end());
                if (begin > done) phrase.add(piece(text.substring(done, begin), style));
                phrase.add(link(text.substring(begin, end), number.group(), style, text));
                done = end;
                from = end;
            }
        }
        if (done < text.length()) phrase.add(piece(text.substring(done), style));
    }

    private Chunk link(String shown, String number, Style style, String around) {
        ExhibitNo exhibit = ExhibitNo.of(number);
        if (!existing.contains(exhibit)) strangers.putIfAbsent(number, brief(around));
        if (!linked.contains(exhibit)) return piece(shown, style);
        Chunk chunk = piece(shown, style.in(Style.LINK));
        chunk.setLocalGoto(anchor(exhibit));
        return chunk;
    }

    static String anchor(ExhibitNo exhibit) {
        return "exhibit-" + exhibit;
    }

    private Font font(Style style) {
        return new Font(face(style.bold()), style.size(), Font.NORMAL, style.color());
    }

    private Chunk piece(String text, Style style) {
        Chunk chunk = new Chunk(text, font(style));
        chunk.setSplitCharacter(style.code() ? CODE : PROSE);
        return chunk;
    }

    /**
     * Returns the text as the faces can show it: control characters, invisible ones and symbols or
     * letters without a glyph are written as their code point, for neither a quotation nor a name
     * may lose them silently. Letters are noted, so that the foot of the page explains them.
     */
    String clean(String text) {
        StringBuilder shown = null;
        int i = 0;
        while (i < text.length()) {
            int point = text.codePointAt(i);
            int next = i + Character.charCount(point);
            String instead = instead(point, text);
            if (instead != null && shown == null) shown = new StringBuilder(text.substring(0, i));
            if (shown != null) {
                if (instead == null) shown.appendCodePoint(point);
                else shown.append(instead);
            }
            i = next;
        }
        return shown == null ? text : shown.toString();
    }

    private @Nullable String instead(int point, String around) {
        if (point == '\n') return null;
        if (point == '\t' || point == 0xA0) return " ";
        if (point == '\r' || selectsVariant(point)) return "";
        if (visible(point) && regular.charExists(point) && bold.charExists(point)) return null;
        if (Character.isLetterOrDigit(point)) missing.putIfAbsent(point, brief(around));
        return "〔U+%04X〕".formatted(point);
    }

    private static boolean visible(int point) {
        int type = Character.getType(point);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.PRIVATE_USE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }

    private static boolean selectsVariant(int point) {
        return point >= 0xFE00 && point <= 0xFE0F || point >= 0xE0100 && point <= 0xE01EF;
    }

    private static String brief(String around) {
        String line = around.replace('\n', ' ').strip();
        return line.length() <= 40
                ? line
                : line.substring(0, line.offsetByCodePoints(0, 30)) + "……";
    }
}
