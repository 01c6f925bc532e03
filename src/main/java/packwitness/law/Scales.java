package packwitness.law;

import packwitness.value.Fen;
import packwitness.value.Wording;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the lines that hold in the places of a case. */
final class Scales {
    private final Thresholds thresholds;
    private final RuleBook book;

    Scales(Thresholds thresholds, RuleBook book) {
        this.thresholds = thresholds;
        this.book = book;
    }

    /** Returns one scale a place, at least one; an unknown place has the national range. */
    List<Scale> of(ActFacts facts, LocalDate lastAct) {
        List<Scale> result = new ArrayList<>();
        List<String> codes = facts.forums().isEmpty() ? List.of("unknown") : facts.forums();
        for (String code : codes.stream().distinct().toList()) {
            if (facts.override().isPresent()) {
                Wording name = book.sentence("stated_figures");
                result.add(known(code, name, facts.override().get(), "override", false, name));
                continue;
            }
            List<Thresholds.Place> places = thresholds.find(code);
            if (places.isEmpty()) {
                Wording range = book.sentence("national_range");
                result.add(fallback(code, range, "unknown", false, range));
            }
            for (Thresholds.Place place : places) {
                result.add(of(place, lastAct));
            }
        }
        return List.copyOf(result);
    }

    /** Returns the uniform lines that would hold if the act were telecom fraud. */
    Scale telecom() {
        Wording none = book.sentence("national_range");
        return known("telecom", none, thresholds.telecom(), "telecom", false, none);
    }

    Thresholds.National national() {
        return thresholds.national();
    }

    private Scale of(Thresholds.Place place, LocalDate lastAct) {
        boolean tooEarly = place.inForceFrom().map(lastAct::isBefore).orElse(false);
        boolean usable =
                place.usable()
                        && !tooEarly
                        && place.figures().large().isPresent()
                        && !book.settings("unusable_statuses").contains(place.status());
        Wording document =
                place.document()
                        .map(text -> new Wording(text, text))
                        .orElseGet(() -> book.sentence("no_document"));
        return usable
                ? known(
                        place.code(),
                        name(place),
                        place.figures(),
                        place.status(),
                        place.conflicts(),
                        document)
                : fallback(place.code(), name(place), place.status(), place.conflicts(), document);
    }

    private Scale known(
            String code,
            Wording place,
            ThresholdFigures figures,
            String status,
            boolean conflicts,
            Wording document) {
        Thresholds.National range = thresholds.national();
        Fen large = figures.large().orElse(range.largeCeiling());
        Fen floor = lower(range.largeFloor(), large);
        Fen extra = figures.especiallyHuge().orElse(range.extra());
        Fen huge = figures.huge().orElse(higher(large, range.hugeCeiling()));
        Fen possiblyHuge = figures.huge().orElse(higher(large, range.hugeFloor()));
        return new Scale(
                code,
                place,
                figures,
                true,
                figures.huge().isEmpty() || figures.especiallyHuge().isEmpty(),
                status.equals("override"),
                status,
                conflicts,
                document,
                Scale.lines(floor, large, huge, extra),
                Scale.lines(floor, large, possiblyHuge, extra));
    }

    private Scale fallback(
            String code, Wording place, String status, boolean conflicts, Wording document) {
        Thresholds.National range = thresholds.national();
        ThresholdFigures none =
                new ThresholdFigures(Optional.empty(), Optional.empty(), Optional.empty());
        return new Scale(
                code,
                place,
                none,
                false,
                false,
                false,
                status,
                conflicts,
                document,
                Scale.lines(
                        range.largeFloor(),
                        range.largeCeiling(),
                        range.hugeCeiling(),
                        range.extra()),
                Scale.lines(
                        range.largeFloor(), range.largeFloor(), range.hugeFloor(), range.extra()));
    }

    /** Names a place: province and class, as in 广东一类地区; in English by its code. */
    Map<String, Wording> names() {
        Map<String, Wording> names = new LinkedHashMap<>();
        for (Thresholds.Place place : thresholds.places()) names.put(place.code(), name(place));
        return names;
    }

    private Wording name(Thresholds.Place place) {
        String area = place.area().split("：", 2)[0];
        boolean whole = book.settings("whole_areas").contains(area);
        StringBuilder english = new StringBuilder();
        for (String part : place.code().split("-")) {
            english.append(english.isEmpty() ? "" : " ")
                    .append(part.substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(part.substring(1));
        }
        return new Wording(place.province() + (whole ? "" : area), english.toString());
    }

    private static Fen lower(Fen one, Fen other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Fen higher(Fen one, Fen other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
