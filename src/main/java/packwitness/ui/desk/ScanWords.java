package packwitness.ui.desk;

import packwitness.scan.Scan;
import packwitness.scan.ScanRules;

/** Names the sentences that say what was scanned in the place of a waybill, and what to do. */
final class ScanWords {
    private ScanWords() {}

    /** Returns whether the line is something the desk can act on or name. */
    static boolean isUnderstood(String line) {
        return !(ScanRules.shipped().read(line) instanceof Scan.Other(Scan.Kind kind, _))
                || kind == Scan.Kind.WEB_ADDRESS
                || kind == Scan.Kind.PHONE
                || kind == Scan.Kind.CHECKPOINT;
    }

    /** Returns whether its form alone says what the line is, whoever typed it. */
    static boolean isUnmistakable(String line) {
        return switch (ScanRules.shipped().read(line)) {
            case Scan.Waybill waybill -> waybill.carrier().isPresent();
            case Scan.Control _, Scan.Badge _ -> true;
            case Scan.OrderCode _, Scan.ProductCode _, Scan.Other _ -> false;
        };
    }

    /** Returns the key of what was scanned; the text goes into {0}. */
    static String what(String line) {
        return "scan.what." + kind(line);
    }

    /** Returns the key of what to do now. */
    static String todo(String line) {
        return "scan.todo." + kind(line);
    }

    private static String kind(String line) {
        return switch (ScanRules.shipped().read(line)) {
            case Scan.Other(Scan.Kind kind, _) -> kind.name();
            case Scan.OrderCode _ -> "ORDER";
            case Scan.ProductCode _ -> "PRODUCT";
            case Scan.Waybill _, Scan.Control _, Scan.Badge _ -> Scan.Kind.WORDS.name();
        };
    }
}
