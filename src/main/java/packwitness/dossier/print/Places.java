package packwitness.dossier.print;

import packwitness.dossier.paper.AiLabelLine;
import packwitness.dossier.paper.Authority;
import packwitness.dossier.paper.BuyerSide;
import packwitness.dossier.paper.CaseFacts;
import packwitness.dossier.paper.Cover;
import packwitness.dossier.paper.Dossier;
import packwitness.dossier.paper.ExhibitNo;
import packwitness.dossier.paper.Filming;
import packwitness.dossier.paper.Footage;
import packwitness.dossier.paper.StampLine;
import packwitness.dossier.paper.Still;
import packwitness.dossier.paper.TimeBracket;
import packwitness.dossier.paper.Times;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What stands for the places of a template, out of the case. */
final class Places {
    private final Dossier dossier;
    private final UnaryOperator<String> words;
    private final Times times;
    private final Map<String, String> places = new HashMap<>();

    private Places(Dossier dossier, UnaryOperator<String> words) {
        this.dossier = dossier;
        this.words = words;
        times = Times.in(dossier.cover().lang());
    }

    /**
     * Returns the places.
     *
     * @param words the words of the template by their key, themselves without places
     */
    static Map<String, String> of(Dossier dossier, UnaryOperator<String> words) {
        return new Places(dossier, words).filled();
    }

    private Map<String, String> filled() {
        Cover cover = dossier.cover();
        places.put("addressee", cover.addresseeName());
        places.put("madeAt", Times.stamp(cover.madeAt()));
        places.put("program", cover.program());
        String merchant = cover.merchant().name();
        places.put("merchant", merchant.isEmpty() ? words.apply("unnamed") : merchant);
        places.put("buyer", cover.buyer().name());
        facts(dossier.facts());
        filming(dossier.filming());
        marks();
        places.putAll(dossier.law().names());
        places.put("checkedUpTo", dossier.law().checkedUpTo());
        if (!dossier.buyerSide().labels().isEmpty())
            places.put("label", label(dossier.buyerSide().labels().getFirst()));
        dossier.buyerSide().comparisons().stream()
                .sorted((a, b) -> Boolean.compare(b.copy(), a.copy()))
                .findFirst()
                .ifPresent(shown -> places.put("oursName", shown.oursName()));
        return places;
    }

    private void facts(CaseFacts facts) {
        places.put("case", facts.caseNo());
        places.put("platform", platform(facts.platform()));
        // A shop that nobody named is still a shop; empty quotation marks are not.
        places.put(
                "shop",
                facts.shop().isEmpty()
                        ? words.apply("shop.unnamed")
                        : words.apply("shop.named").formatted(facts.shop()));
        places.put("order", facts.orderNo());
        places.put("waybill", facts.waybill());
        places.put("carrier", facts.carrier());
        places.put("goods", facts.goods());
        places.put("price", facts.price().yuan());
        places.put("asked", facts.asked().yuan());
        places.put("refunded", facts.refunded().yuan());
        places.put("reason", facts.reason());
        places.put("goodsState", facts.goodsState());
    }

    /** Returns the platform's name as readers of this language know it, and its own. */
    private String platform(String own) {
        for (String name : words.apply("platform.names").split(", "))
            if (name.startsWith(own + "=")) return name.substring(own.length() + 1);
        return own;
    }

    private void filming(Filming filming) {
        if (filming.footage().isEmpty()) return;
        Footage first = filming.footage().getFirst();
        places.put("begun", times.prose(first.begunAt()));
        places.put("hash", first.sha256().hex());
        first.bracket().notBefore().map(times::prose).ifPresent(at -> places.put("notBefore", at));
        first.bracket().notAfter().map(times::prose).ifPresent(at -> places.put("notAfter", at));
        places.put(
                "frames",
                words.apply("frames.counted")
                        .formatted(first.received(), first.dropped(), first.recorded()));
        List<String> gaps = filming.footage().stream().flatMap(f -> f.gaps().stream()).toList();
        places.put(
                "gaps",
                gaps.isEmpty() ? words.apply("none") : String.join(words.apply("and"), gaps));
    }

    private void marks() {
        Set<ExhibitNo> shown = Papers.shown(dossier);
        Filming filming = dossier.filming();
        BuyerSide buyer = dossier.buyerSide();
        put(shown, "ex.case", dossier.facts().exhibits());
        put(shown, "ex.video", filming.footage().stream().map(Footage::exhibit).toList());
        put(shown, "ex.stills", filming.stills().stream().map(Still::exhibit).toList());
        put(shown, "ex.pictures", buyer.pictures().stream().map(p -> p.exhibit()).toList());
        put(shown, "ex.comparison", buyer.comparisons().stream().map(c -> c.exhibit()).toList());
        put(shown, "ex.labels", buyer.labels().stream().map(AiLabelLine::picture).toList());
        put(shown, "ex.stamps", dossier.proof().stamps().stream().map(s -> s.exhibit()).toList());
    }

    private void put(Set<ExhibitNo> shown, String name, List<ExhibitNo> exhibits) {
        places.put(name, Marks.bracketed(exhibits.stream().filter(shown::contains).toList()));
    }

    private String label(AiLabelLine line) {
        String number =
                line.produceId().isEmpty()
                        ? ""
                        : words.apply("label.number").formatted(line.produceId());
        return words.apply("label.read").formatted(line.label(), line.producer()) + number;
    }

    /** Returns the weakest authority among stamps and brackets, absent where there is none. */
    static Optional<Authority> weakest(Dossier dossier) {
        return Stream.concat(
                        dossier.proof().stamps().stream().map(StampLine::authority),
                        dossier.filming().footage().stream()
                                .map(Footage::bracket)
                                .filter(Places::bounded)
                                .map(TimeBracket::authority))
                .max((a, b) -> Integer.compare(weight(a), weight(b)));
    }

    /** Returns whether any outside time bounds it. */
    static boolean bounded(TimeBracket bracket) {
        Optional<Instant> either = bracket.notBefore().or(bracket::notAfter);
        return either.isPresent();
    }

    private static int weight(Authority authority) {
        return switch (authority) {
            case COMMERCIAL -> 0;
            case SELF_MADE -> 1;
            case TEST -> 2;
        };
    }
}
