package packwitness.shipment;

import packwitness.value.WaybillNo;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a scanned line means. Anything that could be a waybill is one: the desk never refuses to
 * record.
 */
public sealed interface Scan {
    /** A parcel. */
    record Waybill(WaybillNo number) implements Scan {}

    /** A control code of the printed sheet. */
    record Control(Command command) implements Scan {}

    /** A packer's badge. */
    record Badge(String operator) implements Scan {}

    /** Something that is no parcel, as it was read. */
    record Other(Kind kind, String text) implements Scan {}

    /** The control codes: {@code PW-STOP} and so on. */
    enum Command {
        STOP,
        REDO,
        MARK,
        HELP
    }

    /** Why a line is no parcel. */
    enum Kind {
        EMPTY,
        WEB_ADDRESS,
        PHONE,
        WORDS
    }

    /**
     * Reads one line as a scanner types it: full-width forms, spaces and line ends are forgiven.
     */
    static Scan read(String line) {
        String text = Normalizer.normalize(line, Normalizer.Form.NFKC).strip();
        if (text.isEmpty()) return new Other(Kind.EMPTY, "");
        String upper = text.toUpperCase(Locale.ROOT);
        if (upper.startsWith("PW-BADGE-") && upper.length() > 9)
            return new Badge(text.substring(9));
        Optional<Command> command = command(upper);
        if (command.isPresent()) return new Control(command.get());
        if (Shapes.WEB.matcher(upper).find()) return new Other(Kind.WEB_ADDRESS, text);
        String joined = upper.replaceAll("[\\s-]", "");
        if (Shapes.PHONE.matcher(joined).matches()) return new Other(Kind.PHONE, text);
        if (!Shapes.WAYBILL.matcher(joined).matches()) return new Other(Kind.WORDS, text);
        return new Waybill(new WaybillNo(joined));
    }

    private static Optional<Command> command(String upper) {
        for (Command command : Command.values())
            if (upper.equals("PW-" + command)) return Optional.of(command);
        return Optional.empty();
    }

    /** Shapes of lines. */
    final class Shapes {
        private Shapes() {}

        static final Pattern WEB = Pattern.compile("^(HTTPS?:|WWW\\.)|://");
        static final Pattern PHONE = Pattern.compile("1[3-9]\\d{9}");
        static final Pattern WAYBILL = Pattern.compile("(?=.*\\d{4})[A-Z0-9]{8,40}");
    }
}
