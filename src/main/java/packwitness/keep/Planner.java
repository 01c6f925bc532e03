package packwitness.keep;

import packwitness.storage.StorageProblem;
import packwitness.storage.Transaction;
import packwitness.value.Failure;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what the rules let go: by age, and oldest first until each volume has what it shall. */
final class Planner {
    private static final long DAY = 86_400;
    private static final int MOST = 50_000;

    private final Disk disk;
    private final RetentionRules rules;
    private final Instant now;
    private final Map<String, Volume> volumes = new HashMap<>();
    private final Map<String, String> volumeOfFolder = new HashMap<>();
    private final List<Candidate> files = new ArrayList<>();
    private int heldFiles;
    private long heldBytes;
    private boolean more;

    /** What stands and what leaves on one volume. */
    private static final class Volume {
        final long free;
        long standing;
        long leaving;

        Volume(long free) {
            this.free = free;
        }
    }

    Planner(Disk disk, RetentionRules rules, Instant now) {
        this.disk = disk;
        this.rules = rules;
        this.now = now;
    }

    RetentionPlan plan(Transaction tx) throws SQLException, Failure {
        List<Removal> back = RemovalTable.heldInQuarantine(tx);
        List<Removal> due =
                RemovalTable.waitedSince(tx, Remover.due(now, rules)).stream()
                        .filter(one -> back.stream().noneMatch(b -> b.id() == one.id()))
                        .toList();
        try {
            measure(tx);
            choose(tx);
        } catch (IOException e) {
            throw new Failure(StorageProblem.FILE_UNREADABLE, e, "videos");
        }
        if (rules.frameDays() > 0)
            for (Candidate frame :
                    Candidates.frames(tx, before(rules.frameDays()), days(rules.frameDays()), MOST))
                files.add(sized(frame));
        boolean rowsGo = rules.rowDays() > 0;
        return new RetentionPlan(
                now,
                rules,
                files,
                due,
                back,
                rowsGo ? Rows.due(tx, before(rules.rowDays()), MOST) : List.of(),
                rules.personDays() > 0 ? OrderData.namedBefore(tx, before(rules.personDays())) : 0,
                heldFiles,
                heldBytes,
                more);
    }

    /** What is in quarantine already counts as leaving. */
    private void measure(Transaction tx) throws SQLException, IOException {
        List<Removal> waiting = RemovalTable.in(tx, RemovalState.QUARANTINED);
        for (Removal removal : waiting)
            if (removal.kind() == Kind.VIDEO) volume(removal.file()).leaving += removal.bytes();
        Candidates.videos(
                tx,
                video -> {
                    try {
                        volume(video.file()).standing += video.bytes();
                    } catch (IOException e) {
                        throw new SQLException(e);
                    }
                });
    }

    private void choose(Transaction tx) throws SQLException {
        Candidates.videos(
                tx,
                video -> {
                    String why = why(video);
                    if (why.isEmpty()) return;
                    if (video.held()) {
                        heldFiles++;
                        heldBytes += video.bytes();
                    } else if (files.size() >= MOST) {
                        more = true;
                    } else if (disk.exists(video.file())) {
                        files.add(video.because(why));
                        leave(video);
                    }
                });
    }

    private void leave(Candidates.Video video) throws SQLException {
        try {
            Volume volume = volume(video.file());
            volume.standing -= video.bytes();
            volume.leaving += video.bytes();
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    /** Returns the rule that lets a video go; empty where none does. */
    private String why(Candidates.Video video) throws SQLException {
        try {
            if (rules.videoDays() > 0 && video.at().isBefore(before(rules.videoDays())))
                return days(rules.videoDays());
            if (!video.at().isBefore(before(RetentionRules.YOUNGEST_DAYS))) return "";
            Volume volume = volume(video.file());
            if (rules.mostVideoBytes() > 0 && volume.standing > rules.mostVideoBytes())
                return "BYTES " + rules.mostVideoBytes();
            if (rules.leastFreeBytes() > 0 && volume.free + volume.leaving < rules.leastFreeBytes())
                return "FREE " + rules.leastFreeBytes();
            return "";
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    private Candidate sized(Candidate frame) {
        try {
            return new Candidate(
                    frame.kind(),
                    frame.shipment(),
                    frame.take(),
                    frame.file(),
                    disk.exists(frame.file()) ? disk.bytes(frame.file()) : frame.bytes(),
                    frame.sha256(),
                    frame.recordedAt(),
                    frame.why());
        } catch (IOException unreadable) {
            // Its removal meets the same trouble and tells it.
            return frame;
        }
    }

    private Volume volume(String file) throws IOException {
        String folder = file.substring(0, Math.max(0, file.lastIndexOf('/')));
        String name = volumeOfFolder.get(folder);
        if (name == null) {
            name = disk.volume(file);
            volumeOfFolder.put(folder, name);
        }
        Volume volume = volumes.get(name);
        if (volume == null) {
            volume = new Volume(disk.free(file));
            volumes.put(name, volume);
        }
        return volume;
    }

    private Instant before(int days) {
        return now.minusSeconds(days * DAY);
    }

    private static String days(int days) {
        return "DAYS " + days;
    }
}
