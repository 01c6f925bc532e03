package packwitness.bench;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

import packwitness.inspect.Inspection;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** One picture of a folder with truth.csv, and how our inspection agrees with the table. */
record TruthRow(NamedCsvRecord truth, Inspection found) {
    String at(String column) {
        return truth.getField(column);
    }

    boolean findingRight() {
        String name = found.finding().name();
        return at("expected_finding").equals(name)
                || Arrays.asList(at("also_acceptable").split("[ ;|]")).contains(name);
    }

    boolean presenceRight() {
        return switch (at("c2pa_present")) {
            case "no" -> !found.c2pa().present() && found.c2pa().remote().isEmpty();
            case "remote-only" -> !found.c2pa().present() && !found.c2pa().remote().isEmpty();
            case "unreadable" -> found.c2pa().present() && !found.c2pa().readable();
            default -> found.c2pa().present();
        };
    }

    boolean hasLabel() {
        return !at("tc260_label").isEmpty();
    }

    boolean labelRight() {
        String label = at("tc260_label");
        if (label.isEmpty()) return found.labels().isEmpty();
        return found.labels().size() == 1
                && found.labels().getFirst().producer().text().equals(at("tc260_producer"))
                && (label.equals("malformed")
                        ? !found.labels().getFirst().readable()
                        : found.labels().getFirst().value().equals(label));
    }

    /** A broken manifest that is shown as intact: the one mistake that is never allowed. */
    boolean brokenShownIntact() {
        boolean broken =
                at("c2pa_failures").contains("mismatch") || at("c2pa_present").equals("unreadable");
        return broken && found.c2pa().intact();
    }

    boolean cameraRight() {
        return at("camera_model").equals(found.camera().model());
    }

    /** Tells whether the table compares manifests at all. */
    boolean hasVerdict() {
        return at("c2pa_present").equals("yes");
    }

    /** Tells whether our failure codes are those of the oracle. */
    boolean verdictRight() {
        return !hasVerdict() || oracle().equals(ours());
    }

    /**
     * Returns why our codes may differ from the oracle's, empty where no known reason covers the
     * whole difference.
     *
     * <p>The table was made without the list of key purposes of C2PA, so that certificates for
     * document signing were refused; and for claims of version 1 the oracle takes a time-stamp of
     * any authority, while we want the authority on the list before a stamp carries a certificate
     * past its end.
     */
    String reason() {
        Set<String> only = oracle();
        only.removeAll(ours());
        Set<String> added = ours();
        added.removeAll(oracle());
        boolean ofTrust =
                Set.of("signingCredential.untrusted", "signingCredential.expired")
                                .containsAll(added)
                        && Set.of("signingCredential.untrusted", "signingCredential.invalid")
                                .containsAll(only);
        if (ofTrust && only.contains("signingCredential.invalid")) return "key purposes";
        if (ofTrust && added.contains("signingCredential.expired"))
            return "stamp of an unlisted authority";
        return "";
    }

    private Set<String> oracle() {
        return codes(List.of(at("c2pa_failures").split(" ")));
    }

    private Set<String> ours() {
        return codes(found.c2pa().failures());
    }

    private static Set<String> codes(List<String> all) {
        Set<String> codes = new TreeSet<>(all);
        codes.removeIf(code -> code.isEmpty() || code.startsWith("cawg."));
        return codes;
    }
}
