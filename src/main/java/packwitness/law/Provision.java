package packwitness.law;

import packwitness.value.Wording;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One article of one version of an instrument, as the catalogue holds it.
 *
 * @param text the whole article in Chinese; print {@link #quotable()} instead
 * @param inForceTo the last day in force; empty where no end was seen
 * @param limits what must be kept in mind where it is cited, in the compiler's words
 * @param printedLimits the same as a paper prints it beside the citation
 * @param pointsEn the numbered points of the text in English, where they were translated
 */
public record Provision(
        String id,
        String instrument,
        Wording instrumentName,
        String issuingBody,
        Optional<String> documentNumber,
        boolean documentNumberVerified,
        String article,
        Optional<String> paragraph,
        String text,
        boolean verified,
        boolean textComplete,
        String glossEn,
        LocalDate inForceFrom,
        boolean inForceFromVerified,
        Optional<LocalDate> inForceTo,
        Optional<String> supersedes,
        Optional<String> supersededBy,
        Set<String> tags,
        Strength strength,
        Wording proposition,
        Optional<String> limits,
        Optional<Wording> printedLimits,
        List<String> pointsEn,
        List<String> notes,
        String source,
        int exactSources) {
    private static final Pattern POINT = Pattern.compile("（[一二三四五六七八九十]+）");

    public Provision {
        tags = Set.copyOf(tags);
        notes = List.copyOf(notes);
        pointsEn = List.copyOf(pointsEn);
    }

    /** Returns whether this version was in force on this day; both ends count. */
    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(inForceFrom) && inForceTo.map(end -> !day.isAfter(end)).orElse(true);
    }

    /** Returns whether the day of the step (report, filing) chooses the version, not the act. */
    public boolean followsStep() {
        return tags.contains("evidence") || tags.contains("procedure");
    }

    /** Returns the text that may be quoted; empty where it was not read and checked in full. */
    public Optional<String> quotable() {
        return verified && textComplete ? Optional.of(text) : Optional.empty();
    }

    /**
     * Returns the numbered points of the text, （一） and so on, each without its closing mark; empty
     * where the text has none or may not be quoted.
     */
    public List<String> points() {
        return quotable().stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> POINT.matcher(line).lookingAt())
                .map(line -> line.replaceFirst("[；。]$", ""))
                .toList();
    }

    /** Returns instrument and article as printed, with 待核 where the text was not checked. */
    public String title() {
        String name = "《" + instrumentName.zh() + "》" + article + paragraph.orElse("");
        return quotable().isPresent() ? name : "《" + instrumentName.zh() + "》（待核）";
    }
}
