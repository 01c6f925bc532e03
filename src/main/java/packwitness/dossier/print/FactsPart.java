package packwitness.dossier.print;

import packwitness.dossier.paper.CaseFacts;
import packwitness.dossier.paper.Dossier;
import packwitness.dossier.paper.Filming;
import packwitness.dossier.paper.TimelineEvent;
import packwitness.dossier.paper.Times;

import java.util.Comparator;
import java.util.stream.Stream;

/** The basic facts and the order of events, each with its exhibits. */
final class FactsPart {
    private FactsPart() {}

    static void write(Sheet sheet, Dossier dossier, Wording words) {
        for (String sentence : words.list("facts", bound(dossier.filming()))) sheet.body(sentence);
        sheet.chapter(words.label("facts.table"), table(sheet.ink(), dossier.facts(), words));
        if (dossier.filming().events().isEmpty()) return;
        sheet.chapter(words.label("facts.events"));
        events(sheet, dossier, words);
    }

    /** Sets the buyer's words, which page one may have cut, and the events. */
    static void brief(Sheet sheet, Dossier dossier, Wording words) {
        String said = dossier.facts().buyerWords();
        if (!said.isEmpty())
            sheet.body(words.named("facts.words", words.label("quoted", "text", said)));
        events(sheet, dossier, words);
    }

    /** Sets what happened when, each with its exhibits. */
    static void events(Sheet sheet, Dossier dossier, Wording words) {
        sheet.small(words.label("zone"));
        Grid events =
                Grid.open(sheet.ink(), 98, 300, 80)
                        .head(
                                words.label("facts.time"),
                                words.label("facts.event"),
                                words.label("facts.proof"));
        dossier.filming().events().stream()
                .sorted(Comparator.comparing(TimelineEvent::at))
                .forEach(event ->
                        events.row(
                                Times.stamp(event.at()),
                                event.text() + words.label("stop"),
                                Marks.of(event.exhibits())));
        sheet.grid(events);
    }

    /** Whether an outside time says that the recording was there before the dispute. */
    private static String bound(Filming filming) {
        if (filming.footage().isEmpty()) return "none";
        boolean bounded =
                filming.footage().stream().allMatch(f -> f.bracket().notAfter().isPresent());
        return bounded ? "bounded" : "unbounded";
    }

    private static Grid table(Ink ink, CaseFacts facts, Wording words) {
        String refunded = words.label("yuan", "amount", facts.refunded().yuan());
        if (facts.automatic()) refunded += words.label("facts.automatic");
        Grid grid = Grid.open(ink, 88, 390);
        Stream.of(
                        new String[] {"facts.platform", facts.platform()},
                        new String[] {"facts.shop", facts.shop()},
                        new String[] {"facts.order", facts.orderNo()},
                        new String[] {"facts.claim", facts.claimNo()},
                        new String[] {"facts.waybill", facts.waybill() + "　" + facts.carrier()},
                        new String[] {"facts.goods", facts.goods()},
                        new String[] {
                            "facts.price", words.label("yuan", "amount", facts.price().yuan())
                        },
                        new String[] {
                            "facts.asked", words.label("yuan", "amount", facts.asked().yuan())
                        },
                        new String[] {"facts.refunded", refunded},
                        new String[] {"facts.reason", facts.reason()},
                        new String[] {
                            "facts.words",
                            facts.buyerWords().isEmpty()
                                    ? ""
                                    : words.label("quoted", "text", facts.buyerWords())
                        },
                        new String[] {"facts.state", facts.goodsState()},
                        new String[] {"facts.exhibits", Marks.of(facts.exhibits())})
                .forEach(line -> grid.pair(words.label(line[0]), line[1]));
        return grid;
    }
}
