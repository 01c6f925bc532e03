package packwitness.scan;

import packwitness.value.WaybillNo;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules that tell what a scanned line means; immutable, safe for any thread. */
public final class ScanRules {
    private static final Pattern WEB = Pattern.compile("^(HTTPS?:|WWW\\.)|://");
    private static final Pattern PHONE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern WAYBILL = Pattern.compile("(?=.*\\d{4})[A-Z0-9]{8,40}");
    private static final ScanRules SHIPPED = new ScanRules();

    private ScanRules() {}

    /** Returns the rules that come with the program. */
    public static ScanRules shipped() {
        return SHIPPED;
    }

    /**
     * Reads one line as a scanner types it: full-width forms, spaces and line ends are forgiven.
     */
    public Scan read(String line) {
        String text = Normalizer.normalize(line, Normalizer.Form.NFKC).strip();
        if (text.isEmpty()) return new Scan.Other(Scan.Kind.EMPTY, "");
        String upper = text.toUpperCase(Locale.ROOT);
        if (upper.startsWith("PW-BADGE-") && upper.length() > 9)
            return new Scan.Badge(text.substring(9));
        Optional<Scan.Command> command = command(upper);
        if (command.isPresent()) return new Scan.Control(command.get());
        if (WEB.matcher(upper).find()) return new Scan.Other(Scan.Kind.WEB_ADDRESS, text);
        String joined = upper.replaceAll("[\\s-]", "");
        if (PHONE.matcher(joined).matches()) return new Scan.Other(Scan.Kind.PHONE, text);
        if (!WAYBILL.matcher(joined).matches()) return new Scan.Other(Scan.Kind.WORDS, text);
        return new Scan.Waybill(new WaybillNo(joined));
    }

    private static Optional<Scan.Command> command(String upper) {
        for (Scan.Command command : Scan.Command.values())
            if (upper.equals(command.code())) return Optional.of(command);
        return Optional.empty();
    }
}
