package packwitness.bench.faults;

import packwitness.capture.FrameReader;
import packwitness.ledger.DeviceKey;
import packwitness.ledger.Ledger;
import packwitness.ledger.Outcome;
import packwitness.ledger.Verifier;
import packwitness.shipment.ShipmentIndex;
import packwitness.storage.Vault;
import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a fault left in the vault, as the next start finds it.
 *
 * @param alarms the kinds of the event rows, in order
 */
record Aftermath(
        long takes,
        long frames,
        long received,
        long dropped,
        long recorded,
        boolean readable,
        boolean adds,
        List<String> alarms,
        List<String> wrong) {
    private record Row(String state, String file, long received, long dropped, long recorded) {}

    static Aftermath of(Path folder, Clock clock) {
        List<String> wrong = new ArrayList<>();
        List<Row> rows = List.of();
        List<String> alarms = List.of();
        try (Vault vault = Vault.openExisting(folder, clock, 1)) {
            DeviceKey key =
                    DeviceKey.openOrMake(
                            folder.resolve("keys/device.p12"), Station.passphrase(), clock);
            Ledger ledger = Ledger.open(vault.database(), key, clock);
            new ShipmentIndex(vault, ledger).sealLeftOpen();
            rows =
                    vault.database()
                            .read(tx ->
                                    tx.list(
                                            "SELECT state, file, received, dropped, recorded FROM"
                                                    + " take",
                                            row ->
                                                    new Row(
                                                            row.text("state"),
                                                            row.text("file"),
                                                            row.number("received"),
                                                            row.number("dropped"),
                                                            row.number("recorded"))));
            alarms =
                    vault.database()
                            .read(tx ->
                                    tx.list(
                                            "SELECT kind FROM desk_event ORDER BY id",
                                            row -> row.text("kind")));
        } catch (Failure e) {
            wrong.add("next start: " + e.problem().key());
        }
        long frames = 0;
        long received = 0;
        long dropped = 0;
        long recorded = 0;
        boolean readable = true;
        boolean adds = true;
        for (Row row : rows) {
            received += row.received;
            dropped += row.dropped;
            recorded += row.recorded;
            // An interrupted take was never counted to its end.
            if (!row.state.equals("INTERRUPTED") && row.received != row.dropped + row.recorded)
                adds = false;
            if (row.state.equals("RECORDING")) wrong.add("a take is left open");
            Path file = folder.resolve(row.file);
            try {
                if (Files.exists(file) && Files.size(file) == 0) continue;
                if (!Files.exists(file)) {
                    wrong.add("a file is gone");
                    continue;
                }
                long here = count(file);
                frames += here;
                if (here == 0 || !row.state.equals("INTERRUPTED") && here != row.recorded) {
                    readable = false;
                    wrong.add("readable frames " + here + ", recorded " + row.recorded);
                }
            } catch (Failure | IOException e) {
                readable = false;
                wrong.add("not readable: " + e.getMessage());
            }
        }
        try (Stream<Path> files = Files.walk(folder.resolve("videos"))) {
            if (files.anyMatch(file -> file.toString().endsWith(".part")))
                wrong.add("a .part is left");
        } catch (IOException e) {
            wrong.add("walk: " + e);
        }
        if (new Verifier().verify(List.of(folder)).outcome() == Outcome.FAILED)
            wrong.add("the verifier finds a fault");
        return new Aftermath(
                rows.size(), frames, received, dropped, recorded, readable, adds, alarms, wrong);
    }

    private static long count(Path file) throws Failure {
        long frames = 0;
        try (FrameReader reader = FrameReader.open(file)) {
            while (reader.next().isPresent()) frames++;
        }
        return frames;
    }

    void tell(Map<String, Object> line) {
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put("takes", takes);
        kept.put("frames_readable", frames);
        kept.put("received", received);
        kept.put("dropped", dropped);
        kept.put("recorded", recorded);
        kept.put("readable", readable);
        kept.put("received_is_dropped_plus_recorded", adds);
        line.put("kept", kept);
        line.put("wrong", wrong);
    }
}
