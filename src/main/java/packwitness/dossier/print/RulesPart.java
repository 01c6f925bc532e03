package packwitness.dossier.print;

import org.openpdf.text.Element;

/** The rule on evidence for the shop's page and the script for its staff; nothing of the case. */
final class RulesPart {
    private RulesPart() {}

    static void write(Sheet sheet, Wording words) {
        sheet.ownPage(words.label("title"), "part-rules");
        sheet.line(
                words.label("title"), Style.TITLE.strong().sized(17), Element.ALIGN_CENTER, 8, 8);
        sheet.small(words.label("rules.note"));
        section(sheet, words, "rule", "part.rule", 0);
        section(sheet, words, "before", "part.script", 0);
        section(sheet, words, "never", "part.never", 0);
        section(sheet, words, "steps", "part.steps", ContentsPart.SIGNATURE);
        sheet.line(words.label("rules.sign"), Style.BODY, Element.ALIGN_RIGHT, 8, 4);
    }

    private static void section(
            Sheet sheet, Wording words, String sentences, String title, float tail) {
        words.enter(words.label(title));
        sheet.chapter(words.label(title));
        if (sentences.equals("before")) sheet.body(words.label("rules.script.intro"));
        sheet.numbered(words.list(sentences, "all"), tail);
    }
}
