package packwitness.law;

import packwitness.value.Failure;
import packwitness.value.Fen;
import packwitness.yaml.Node;
import packwitness.yaml.ShippedData;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The amounts of the provinces and the national range; immutable. */
final class Thresholds {
    /** The national range and what it means at its ends. */
    record National(Fen largeFloor, Fen largeCeiling, Fen hugeFloor, Fen hugeCeiling, Fen extra) {}

    /** One place as the table has it. */
    record Place(
            String code,
            String province,
            String area,
            ThresholdFigures figures,
            boolean usable,
            String status,
            boolean conflicts,
            Optional<LocalDate> inForceFrom,
            Optional<String> document) {}

    private static final String FILE = "thresholds.yaml";

    private final National national;
    private final ThresholdFigures telecom;
    private final List<Place> places = new ArrayList<>();

    private Thresholds(Node document) throws Failure {
        Node range = document.at("meta").at("national");
        national =
                new National(
                        range.at("large_floor").yuan(),
                        range.at("large_ceiling").yuan(),
                        range.at("huge_floor").yuan(),
                        range.at("huge_ceiling").yuan(),
                        range.at("especially_huge").yuan());
        telecom = figures(document.at("telecom_fraud"));
        for (Node row : document.at("thresholds").items()) {
            places.add(place(row));
        }
    }

    static Thresholds shipped() {
        return ShippedData.read(Thresholds.class, FILE, Thresholds::new);
    }

    static ThresholdFigures figures(Node row) throws Failure {
        return new ThresholdFigures(
                row.at("large").optionalYuan(),
                row.at("huge").optionalYuan(),
                row.at("especially_huge").optionalYuan());
    }

    National national() {
        return national;
    }

    ThresholdFigures telecom() {
        return telecom;
    }

    List<Place> places() {
        return List.copyOf(places);
    }

    /**
     * Returns the places meant by a code, by the beginning of codes such as {@code guangdong}, or
     * by the Chinese name of a province; several where the province has classes, none if unknown.
     */
    List<Place> find(String code) {
        List<Place> exact = places.stream().filter(p -> p.code().equals(code)).toList();
        if (!exact.isEmpty()) {
            return exact;
        }
        return places.stream()
                .filter(p -> p.code().startsWith(code + "-") || p.province().equals(code))
                .toList();
    }

    private static Place place(Node row) throws Failure {
        Optional<String> number = row.at("document_number").optionalText();
        return new Place(
                row.at("code").text(),
                row.at("province_zh").text(),
                row.at("area").text(),
                figures(row),
                row.at("use_for_tier").flag(false),
                row.at("status").text(),
                !row.at("conflicts").isAbsent(),
                row.at("in_force_from").optionalDate(),
                number.isPresent() ? number : row.at("document_zh").optionalText());
    }
}
