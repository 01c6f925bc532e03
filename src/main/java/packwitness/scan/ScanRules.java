package packwitness.scan;

import packwitness.value.Failure;
import packwitness.value.WaybillNo;
import packwitness.yaml.Node;
import packwitness.yaml.ShippedData;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules that tell what a scanned line means; immutable, safe for any thread. */
public final class ScanRules {
    /** The name of a shop's own rules in the folder of its vault. */
    public static final String OWN_FILE = "scan-rules.yaml";

    private static final long LARGEST_FILE = 256 << 10;
    private static final Pattern WEB =
            Pattern.compile(
                    "(?i)(https?|ftp)[:;/].*|.*://.*|www\\..*|[a-z0-9-]+(\\.[a-z0-9-]+)+/.*");
    private static final Pattern SHEET = Pattern.compile("(?i)(PW)[-_ ]?([A-Z]+)");
    private static final Pattern BADGE = Pattern.compile("(?i)(PW[-_ ]?BADGE)[-_ ](.{1,120})");
    private static final Pattern MANY_DIGITS = Pattern.compile(".*\\d.*\\d.*\\d.*\\d.*\\d.*\\d.*");
    private static final ScanRules SHIPPED = new ScanRules(readShipped(), List.of());

    private final RuleSet all;
    private final List<Sorting> sortings;

    private ScanRules(RuleSet shipped, List<RuleSet> own) {
        RuleSet joined = shipped;
        for (RuleSet rules : own) joined = joined.after(rules);
        this.all = joined;
        List<Sorting> order = new ArrayList<>();
        for (RuleSet rules : own) order.add(new Sorting(rules));
        order.add(new Sorting(shipped));
        this.sortings = List.copyOf(order);
    }

    /** Returns the rules that come with the program. */
    public static ScanRules shipped() {
        return SHIPPED;
    }

    /**
     * Returns the shipped rules with those of the shop asked first; the shipped ones alone where
     * the folder holds no {@link #OWN_FILE}.
     *
     * @throws Failure where the shop's file cannot be read or has a fault, which is named
     */
    public static ScanRules of(Path folder) throws Failure {
        Path file = folder.resolve(OWN_FILE);
        if (!Files.exists(file)) return SHIPPED;
        try {
            if (Files.size(file) > LARGEST_FILE)
                throw new Failure(ScanProblem.RULES_UNREADABLE, file);
            String text = Files.readString(file, StandardCharsets.UTF_8);
            RuleSet base = SHIPPED.all;
            RuleSet own =
                    RulesReader.read(
                            Node.parse(
                                    OWN_FILE, text.startsWith("\uFEFF") ? text.substring(1) : text),
                            RuleSet.empty().knowing(base.countries()));
            return new ScanRules(base, List.of(own));
        } catch (IOException e) {
            throw new Failure(ScanProblem.RULES_UNREADABLE, e, file);
        }
    }

    /** Tells what a line means, whatever keyboard, input method or scanner it came through. */
    public Scan read(String line) {
        return look(line).scan();
    }

    /** Tells what a line means and what had to be undone to read it. */
    public Reading look(String raw) {
        Line line = Line.of(raw);
        Line plain = line.plain(all.punctuation());
        Reading first = understood(plain);
        if (isKnown(first)) return first;
        for (Keyboard keyboard : all.layouts()) {
            Optional<Reading> meant =
                    line.through(keyboard)
                            .map(l -> l.plain(all.punctuation()))
                            .map(this::understood)
                            .filter(reading -> isProven(reading, plain.text()));
            if (meant.isPresent()) return meant.get();
        }
        return changedByAnInputMethod(plain) ? other(plain, Scan.Kind.INPUT_METHOD) : first;
    }

    /**
     * Tells what a code read in the picture means.
     *
     * @param symbology as ZXing names it
     */
    Reading look(String text, String symbology) {
        boolean goods = symbology.startsWith("EAN") || symbology.startsWith("UPC");
        return look(goods ? "]E0" + text : text);
    }

    /** Returns whether this line, however it is written, is this waybill. */
    public boolean isOf(String line, WaybillNo waybill) {
        return read(line) instanceof Scan.Waybill scan && scan.number().equals(waybill);
    }

    private Reading understood(Line line) {
        String text = line.text();
        if (text.isEmpty()) return other(line, Scan.Kind.EMPTY);
        Optional<Reading> ours = ofTheSheet(line);
        if (ours.isPresent()) return ours.get();
        if (WEB.matcher(text).matches()) return web(line);
        String upper = text.toUpperCase(Locale.ROOT);
        for (LinePattern pattern : all.inside()) {
            Optional<Reading> inside =
                    pattern.matches(upper)
                            .flatMap(found -> parcel(line, found.group(1), Repair.LONGER_TEXT));
            if (inside.isPresent()) return inside.get();
        }
        if (line.isOfElements()) {
            Optional<Reading> element = element(line);
            if (element.isPresent()) return element.get();
        }
        String close = upper.replaceAll("[\\s\u001d]+", "");
        if (line.isOfGoods() && close.matches("\\d{6,14}"))
            return reading(line, new Sorting.Sorted(new Scan.ProductCode(close), List.of()));
        Optional<Reading> part = part(line, close);
        if (part.isPresent()) return part.get();
        return sort(close)
                .map(sorted -> reading(line, shown(sorted, text)))
                .orElseGet(() -> other(line, unknown(upper)));
    }

    private static Scan.Kind unknown(String upper) {
        return upper.startsWith("PW-") ? Scan.Kind.UNKNOWN_CONTROL : Scan.Kind.WORDS;
    }

    /** What is no number is shown as it was read, with its blanks. */
    private static Sorting.Sorted shown(Sorting.Sorted sorted, String text) {
        return sorted.scan() instanceof Scan.Other(Scan.Kind kind, _)
                ? new Sorting.Sorted(new Scan.Other(kind, text), List.of())
                : sorted;
    }

    private Optional<Sorting.Sorted> sort(String close) {
        String joined = close.replace("-", "");
        for (Sorting sorting : sortings) {
            Optional<Sorting.Sorted> sorted = sorting.sort(close, joined);
            if (sorted.isPresent()) return sorted;
        }
        return Optional.empty();
    }

    private Optional<Reading> ofTheSheet(Line line) {
        Matcher badge = BADGE.matcher(line.text());
        if (badge.matches()) {
            // Printed in capitals: where they come as small ones, caps lock has turned all around.
            boolean turned = badge.group(1).startsWith("pw");
            String written = turned ? turned(badge.group(2)) : badge.group(2);
            Scan scan = new Scan.Badge(BadgeCode.name(written.strip()));
            return Optional.of(capitals(line, scan, turned));
        }
        if (line.text().toUpperCase(Locale.ROOT).startsWith(Scan.CHECKPOINT))
            return Optional.of(other(line, Scan.Kind.CHECKPOINT));
        Matcher sheet = SHEET.matcher(line.text());
        if (!sheet.matches()) return Optional.empty();
        for (Scan.Command command : Scan.Command.values())
            if (command.name().equalsIgnoreCase(sheet.group(2)))
                return Optional.of(
                        capitals(line, new Scan.Control(command), sheet.group(1).startsWith("p")));
        return Optional.empty();
    }

    private static Reading capitals(Line line, Scan scan, boolean turned) {
        return new Reading(scan, turned ? line.with(Repair.CAPITALS) : line.repairs(), List.of());
    }

    private static String turned(String text) {
        StringBuilder turned = new StringBuilder(text.length());
        for (char c : text.toCharArray())
            turned.append(
                    Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
        return turned.toString();
    }

    private Reading web(Line line) {
        for (WebRule rule : all.web()) {
            Optional<Reading> parcel =
                    rule.number(line.text())
                            .flatMap(number -> parcel(line, number, Repair.WEB_ADDRESS));
            if (parcel.isPresent()) return parcel.get();
        }
        return other(line, Scan.Kind.WEB_ADDRESS);
    }

    private Optional<Reading> element(Line line) {
        return all.gs1()
                .read(line.text())
                .map(found ->
                        switch (found.meaning()) {
                            case WAYBILL ->
                                    parcel(line, found.ai() + found.data(), Repair.GS1)
                                            .or(() -> parcel(line, found.data(), Repair.GS1));
                            case PRODUCT, NOTHING ->
                                    Optional.of(
                                            new Reading(
                                                    new Scan.ProductCode(found.data()),
                                                    line.with(Repair.GS1),
                                                    List.of()));
                        })
                .orElse(Optional.empty());
    }

    private Optional<Reading> parcel(Line line, String number, Repair repair) {
        return sort(number.replaceAll("\\s+", ""))
                .filter(sorted -> sorted.scan() instanceof Scan.Waybill)
                .map(sorted -> new Reading(sorted.scan(), line.with(repair), sorted.possible()));
    }

    /** Reads a number with the count of its package: one of one is the number itself. */
    private Optional<Reading> part(Line line, String close) {
        Optional<Matcher> found = all.parts().flatMap(p -> p.matches(close));
        if (found.isEmpty()) return Optional.empty();
        Optional<Sorting.Sorted> base = sort(found.get().group("no"));
        if (base.isEmpty() || !(base.get().scan() instanceof Scan.Waybill waybill))
            return Optional.empty();
        int part = Integer.parseInt(found.get().group("n"));
        int of = Integer.parseInt(found.get().group("m"));
        if (part < 1 || part > of) return Optional.empty();
        WaybillNo number =
                of == 1
                        ? waybill.number()
                        : new WaybillNo(waybill.number() + "-" + part + "-" + of);
        return Optional.of(
                new Reading(
                        new Scan.Waybill(number, waybill.carrier(), waybill.state()),
                        line.with(Repair.PACKAGE_COUNT),
                        base.get().possible()));
    }

    private static Reading reading(Line line, Sorting.Sorted sorted) {
        return new Reading(sorted.scan(), line.repairs(), sorted.possible());
    }

    private static Reading other(Line line, Scan.Kind kind) {
        return new Reading(new Scan.Other(kind, line.text()), line.repairs(), List.of());
    }

    private static boolean isKnown(Reading reading) {
        return !(reading.scan() instanceof Scan.Other(Scan.Kind kind, _))
                || EnumSet.of(
                                Scan.Kind.EMPTY,
                                Scan.Kind.WEB_ADDRESS,
                                Scan.Kind.PHONE,
                                Scan.Kind.CHECKPOINT)
                        .contains(kind);
    }

    /**
     * A line read back through a layout counts where it is one of ours, or a number while what came
     * holds signs that stand in no number.
     */
    private static boolean isProven(Reading reading, String came) {
        return switch (reading.scan()) {
            case Scan.Control _, Scan.Badge _ -> true;
            case Scan.Waybill _, Scan.OrderCode _, Scan.ProductCode _ -> signs(came) >= 4;
            case Scan.Other _ -> false;
        };
    }

    private static long signs(String text) {
        return text.chars().filter(c -> !(c < 128 && Character.isLetterOrDigit(c))).count();
    }

    private static boolean changedByAnInputMethod(Line line) {
        boolean han = line.text().codePoints().anyMatch(Character::isIdeographic);
        boolean digits = MANY_DIGITS.matcher(line.text()).matches();
        boolean blank = line.text().chars().anyMatch(Character::isWhitespace);
        return digits && (han && !blank || line.repairs().contains(Repair.INPUT_METHOD));
    }

    private static RuleSet readShipped() {
        return ShippedData.read(
                ScanRules.class,
                "rules.yaml",
                document -> RulesReader.read(document, RuleSet.empty()));
    }
}
