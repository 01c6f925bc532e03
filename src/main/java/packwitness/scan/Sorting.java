package packwitness.scan;

import packwitness.value.WaybillNo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells by the shapes of one set of rules what a number is. */
record Sorting(RuleSet rules) {
    /** What a number is, and whose it could be. */
    record Sorted(Scan scan, List<Carrier> possible) {
        Sorted {
            possible = List.copyOf(possible);
        }
    }

    private record Match(Carrier carrier, boolean names, Shape.Fit fit) {}

    /**
     * Sorts a line in capitals and without blanks.
     *
     * @param joined the same without dashes
     */
    Optional<Sorted> sort(String text, String joined) {
        for (OtherRule rule : rules.others())
            if (rule.pattern().matches(text).isPresent()
                    || rule.pattern().matches(joined).isPresent())
                return sorted(new Scan.Other(rule.kind(), text));
        for (Shape shape : rules.orders())
            if (right(shape, text).isPresent()) return sorted(new Scan.OrderCode(text));
        for (Shape shape : rules.products())
            if (right(shape, text).isPresent()) return sorted(new Scan.ProductCode(text));
        Optional<Sorted> waybill = waybill(joined);
        if (waybill.isPresent()) return waybill;
        return rules.anything()
                .flatMap(p -> p.matches(joined))
                .map(found -> new Sorted(new Scan.Waybill(new WaybillNo(joined)), List.of()));
    }

    /** Goods and orders are told from parcels only where the check digit is right. */
    private static Optional<Shape.Fit> right(Shape shape, String text) {
        return shape.fit(text).filter(fit -> fit.state() != CheckDigit.WRONG);
    }

    private Optional<Sorted> waybill(String joined) {
        boolean letters = joined.chars().anyMatch(Character::isLetter);
        List<Match> naming = new ArrayList<>();
        List<Match> all = new ArrayList<>();
        for (CarrierRules rule : rules.carriers())
            for (Shape shape : rule.shapes()) {
                Optional<Shape.Fit> fit = shape.fit(joined).filter(f -> isANumber(f.number()));
                if (fit.isEmpty()) continue;
                Match match = new Match(rule.carrier(), shape.names(), fit.get());
                all.add(match);
                // Digits with a wrong check digit are a number of somebody else, or misread.
                if (shape.names() && (letters || fit.get().state() != CheckDigit.WRONG))
                    naming.add(match);
            }
        if (!naming.isEmpty()) return Optional.of(named(naming));
        if (all.isEmpty()) return Optional.empty();
        return Optional.of(
                new Sorted(
                        new Scan.Waybill(new WaybillNo(joined), Optional.empty(), state(all)),
                        carriers(all)));
    }

    private static boolean isANumber(String number) {
        return !number.isBlank() && number.length() <= 64;
    }

    private static Sorted named(List<Match> naming) {
        Match best = naming.getFirst();
        for (Match match : naming)
            if (match.fit().state() == CheckDigit.VALID && best.fit().state() != CheckDigit.VALID)
                best = match;
        List<Carrier> carriers = carriers(naming);
        Optional<Carrier> only =
                carriers.size() == 1 ? Optional.of(carriers.getFirst()) : Optional.empty();
        return new Sorted(
                new Scan.Waybill(new WaybillNo(best.fit().number()), only, best.fit().state()),
                carriers);
    }

    /** Where one carrier of this shape has no check digit, nothing can be said. */
    private static CheckDigit state(List<Match> all) {
        boolean right = false;
        for (Match match : all) {
            if (match.fit().state() == CheckDigit.NONE) return CheckDigit.NONE;
            right |= match.fit().state() == CheckDigit.VALID;
        }
        return right ? CheckDigit.VALID : CheckDigit.WRONG;
    }

    private static List<Carrier> carriers(List<Match> matches) {
        Set<Carrier> carriers = new LinkedHashSet<>();
        for (Match match : matches) carriers.add(match.carrier());
        return List.copyOf(carriers);
    }

    private static Optional<Sorted> sorted(Scan scan) {
        return Optional.of(new Sorted(scan, List.of()));
    }
}
