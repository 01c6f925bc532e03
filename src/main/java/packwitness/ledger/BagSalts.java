package packwitness.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import packwitness.value.Sha256;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** C1 of a bag, the personal values that it discloses. One thread. */
final class BagSalts {
    private final BagFiles bag;
    private final SortedMap<Long, Entry> rows;
    private final Findings findings;
    private final Set<String> waybills = new TreeSet<>();

    BagSalts(BagFiles bag, SortedMap<Long, Entry> rows, Findings findings) {
        this.bag = bag;
        this.rows = rows;
        this.findings = findings;
    }

    /**
     * Disclosed values must be what the rows hold, and the list must say the same as the files.
     * Returns the waybills disclosed.
     */
    Set<String> check() {
        long before = findings.failures();
        Map<String, String> listed = listedSalts();
        int count = 0;
        for (String name : bag.under(BagNames.SALTS)) {
            String at = name.substring(BagNames.SALTS.length());
            int dot = at.indexOf('.');
            Optional<byte[]> bytes = bag.small(name);
            count++;
            Optional<Entry> row =
                    dot > 0 && at.substring(0, dot).matches("[0-9]{1,18}")
                            ? Optional.ofNullable(rows.get(Long.parseLong(at.substring(0, dot))))
                            : Optional.empty();
            String fact = at.substring(dot + 1);
            boolean fits =
                    bytes.isPresent()
                            && row.isPresent()
                            && Sha256.of(bytes.get())
                                    .hex()
                                    .equals(row.get().facts().get(fact + Salted.SUFFIX));
            if (!fits) findings.failed("C1", bag.name(name), "salt.other");
            else if (!new String(bytes.get(), StandardCharsets.UTF_8).equals(listed.remove(at)))
                findings.failed("C1", bag.name(BagNames.SALTS_JSON), "salt.list", at);
            if (fits && fact.equals("waybill")) waybills.add(lastLine(bytes.get()));
        }
        for (String left : listed.keySet())
            findings.failed("C1", bag.name(BagNames.SALTS_JSON), "salt.list", left);
        if (findings.failures() == before && count > 0)
            findings.passed("C1", bag.source(), "salt.fits", count);
        return waybills;
    }

    private Map<String, String> listedSalts() {
        Map<String, String> listed = new TreeMap<>();
        Optional<byte[]> json = bag.files().read(BagNames.SALTS_JSON, SafeFiles.LARGEST_TEXT);
        if (json.isEmpty()) return listed;
        try {
            JsonNode salts = new ObjectMapper().readTree(json.get()).path("salts");
            for (JsonNode one : salts) {
                Salted salted =
                        new Salted(
                                one.path("seq").asLong(),
                                one.path("name").asText(),
                                one.path("salt").asText(),
                                one.path("value").asText());
                listed.put(
                        salted.seq() + "." + salted.name(),
                        new String(salted.preimage(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            findings.failed("C1", bag.name(BagNames.SALTS_JSON), "salt.unreadable");
        }
        return listed;
    }

    private static String lastLine(byte[] preimage) {
        String text = new String(preimage, StandardCharsets.UTF_8);
        String[] lines = text.split("\n", 4);
        return lines.length == 4 ? lines[3] : "";
    }
}
