package packwitness.dossier.print;

import org.openpdf.text.Element;

import packwitness.dossier.paper.Authority;
import packwitness.dossier.paper.Cover;
import packwitness.dossier.paper.Dossier;
import packwitness.dossier.paper.PartyFacts;
import packwitness.dossier.paper.Yardstick;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The draft of a civil complaint, and the answers to the courts' questions on electronic data. */
final class CourtPart {
    /** To whom the complaint goes, signature and date, which stand with the last paragraph. */
    private static final float SIGN_OFF = 104;

    private CourtPart() {}

    static void complaint(Sheet sheet, Dossier dossier, Wording words) {
        Cover cover = dossier.cover();
        sheet.line(words.label("complaint.form"), Style.TITLE.strong(), Element.ALIGN_CENTER, 4, 2);
        sheet.line(words.label("complaint.draft"), Style.QUIET, Element.ALIGN_CENTER, 0, 8);
        Grid form = Grid.boxed(sheet.ink(), 64, 414);
        form.pair(words.label("complaint.plaintiff"), party(cover.merchant(), true, words));
        form.pair(words.label("complaint.defendant"), party(cover.buyer(), false, words));
        sheet.grid(form);
        sheet.line(words.label("complaint.claims"), Style.CHAPTER, Element.ALIGN_LEFT, 4, 2);
        sheet.numbered(claims(dossier, words));
        sheet.line(words.label("complaint.facts"), Style.CHAPTER, Element.ALIGN_LEFT, 4, 2);
        List<String> grounds = grounds(dossier, words);
        for (String ground : grounds.subList(0, grounds.size() - 1)) sheet.body(ground);
        sheet.body(grounds.getLast(), SIGN_OFF);
        sheet.line(words.label("complaint.goes"), Style.BODY, Element.ALIGN_LEFT, 2, 0);
        String to =
                cover.addresseeName().isEmpty() ? words.label("to.none") : cover.addresseeName();
        sheet.line(to, Style.STRONG, Element.ALIGN_LEFT, 0, 6);
        sheet.line(words.label("complaint.sign"), Style.BODY, Element.ALIGN_RIGHT, 4, 4);
        sheet.line(words.label("sign.dateline"), Style.BODY, Element.ALIGN_RIGHT, 0, 4);
        sheet.small(words.label("complaint.copies"));
    }

    private static List<String> grounds(Dossier dossier, Wording words) {
        List<String> grounds = new ArrayList<>();
        grounds.add(words.say("ground.1"));
        if (!dossier.filming().footage().isEmpty()) grounds.add(words.say("ground.2"));
        grounds.add(words.say("ground.3"));
        boolean copy = FrontPage.bestComparison(dossier).filter(c -> c.copy()).isPresent();
        grounds.add(words.say(copy ? "ground.4.copy" : "ground.4.plain"));
        if (!dossier.buyerSide().labels().isEmpty()) grounds.add(words.say("ground.5"));
        grounds.add(words.say("ground.6"));
        if (mayRescind(dossier)) grounds.add(words.say("ground.rescission"));
        return grounds;
    }

    static List<String> claims(Dossier dossier, Wording words) {
        List<String> claims = new ArrayList<>(words.list("claim", FrontPage.variant(dossier)));
        if (mayRescind(dossier)) claims.add(1, words.say("claim.rescission"));
        return claims;
    }

    /** A right whose time has passed by the careful reading is not asked for. */
    private static boolean mayRescind(Dossier dossier) {
        return dossier.law().names().containsKey("law.rescission");
    }

    private static String party(PartyFacts party, boolean firm, Wording words) {
        String blank = words.label("blank");
        List<String> lines = new ArrayList<>();
        lines.add(named(words, "complaint.name", party.name(), blank));
        lines.add(named(words, "complaint.id", party.idNumber(), blank));
        if (firm)
            lines.add(named(words, "complaint.representative", party.representative(), blank));
        lines.add(named(words, "complaint.address", party.address(), blank));
        lines.add(named(words, "complaint.phone", party.phone(), blank));
        if (!party.account().isEmpty())
            lines.add(named(words, "complaint.account", party.account(), blank));
        return String.join("\n", lines);
    }

    private static String named(Wording words, String key, String value, String blank) {
        return words.named(key, PolicePart.or(value, blank));
    }

    static void answers(Sheet sheet, Dossier dossier, Wording words) {
        if (dossier.filming().footage().isEmpty()) return;
        dossier.law().yardsticks().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(known -> answer(sheet, dossier, words, known.getKey(), known.getValue()));
    }

    private static void answer(
            Sheet sheet, Dossier dossier, Wording words, String id, Yardstick yardstick) {
        sheet.chapter(words.label("answers.against", "name", yardstick.name()));
        sheet.small(yardstick.limits());
        Grid grid =
                Grid.open(sheet.ink(), 168, 310)
                        .head(words.label("answers.asks"), words.label("answers.answer"));
        int number = 1;
        for (String point : yardstick.points()) {
            String key = "answers." + id + "." + number++;
            grid.row(point, words.say(key + variant(key, words, dossier)));
        }
        sheet.grid(grid);
    }

    /** Returns the variant of an answer by what stands behind the time: nothing, weak, or more. */
    private static String variant(String key, Wording words, Dossier dossier) {
        String variant =
                Places.weakest(dossier)
                        .map(weak -> weak == Authority.COMMERCIAL ? "" : ".weak")
                        .orElse(".none");
        return words.has("say." + key + variant) ? variant : "";
    }
}
