package packwitness.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** C11 of a vault: the key frames of its index against its originals. One thread. */
final class VaultFrames {
    /** Each costs the decoding of a second of video; a large vault is looked at by samples. */
    private static final int MOST_TAKES = 60;

    private final SafeFiles files;
    private final String source;
    private final Findings findings;
    private final VaultLedger ledger;

    VaultFrames(SafeFiles files, String source, Findings findings, VaultLedger ledger) {
        this.files = files;
        this.source = source;
        this.findings = findings;
        this.ledger = ledger;
    }

    void check(Connection connection, Optional<String> only) throws SQLException {
        if (!isThere(connection)) return;
        Map<String, List<FrameCheck.Cut>> byTake = read(connection, only);
        List<String> takes = new ArrayList<>(byTake.keySet());
        // Spread over the whole vault, so that no part of it is left out.
        int step = Math.max(1, (takes.size() + MOST_TAKES - 1) / MOST_TAKES);
        for (int i = 0; i < takes.size(); i += step) {
            String take = takes.get(i);
            frames(take, byTake.getOrDefault(take, List.of()));
        }
        if (step > 1)
            findings.undecided(
                    "C11", source, "frame.sample", (takes.size() + step - 1) / step, takes.size());
    }

    private static boolean isThere(Connection connection) throws SQLException {
        try (PreparedStatement asked =
                        connection.prepareStatement(
                                "SELECT 1 FROM sqlite_schema WHERE name = 'key_frame'");
                ResultSet row = asked.executeQuery()) {
            return row.next();
        }
    }

    private Map<String, List<FrameCheck.Cut>> read(Connection connection, Optional<String> only)
            throws SQLException {
        Map<String, List<FrameCheck.Cut>> byTake = new TreeMap<>();
        try (PreparedStatement asked =
                        connection.prepareStatement(
                                "SELECT take_id, file, frame, sha256, pixels FROM key_frame ORDER"
                                        + " BY take_id, frame");
                ResultSet row = asked.executeQuery()) {
            while (row.next()) {
                String name = String.valueOf(row.getString(2));
                if (only.isPresent() && !only.get().equals(name)) continue;
                String about = source + "/" + name;
                Optional<Path> file = files.find(name);
                Optional<Long> deleted =
                        ledger.deletions.of(
                                String.valueOf(row.getLong(1)), String.valueOf(row.getString(4)));
                if (file.isEmpty() && deleted.isPresent()) {
                    findings.undecided("C11", about, "file.deleted", deleted.get());
                } else if (file.isEmpty()) {
                    findings.failed("C11", about, "frame.noPicture");
                } else if (!hash(file.get()).equals(row.getString(4))) {
                    findings.failed("C11", about, "frame.changed");
                } else {
                    byTake.computeIfAbsent(String.valueOf(row.getLong(1)), t -> new ArrayList<>())
                            .add(
                                    new FrameCheck.Cut(
                                            about,
                                            file.get(),
                                            row.getLong(3),
                                            String.valueOf(row.getString(5))));
                }
            }
        }
        return byTake;
    }

    private void frames(String take, List<FrameCheck.Cut> cuts) {
        Optional<Path> video =
                Optional.ofNullable(ledger.takes.get(take))
                        .flatMap(Take::file)
                        .flatMap(files::find);
        if (video.isPresent()) new FrameCheck(findings).check(video.get(), cuts);
        else findings.undecided("C11", source + " take " + take, "frame.noVideo");
    }

    private String hash(Path file) {
        try {
            return findings.hash(file).hex();
        } catch (IOException unreadable) {
            return "";
        }
    }
}
