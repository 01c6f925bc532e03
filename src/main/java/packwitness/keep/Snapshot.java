package packwitness.keep;

import packwitness.storage.EvidenceFolder;
import packwitness.value.Failure;
import packwitness.value.Sha256;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a backup holds at one moment: a copy of the database and the list of files that belong to
 * it. Its list is written last; a folder without one does not count.
 */
record Snapshot(Path folder, List<Line> files) {
    static final String SNAPSHOTS = "snapshots";
    static final String FILES = "files";
    static final String OTHER = "other";
    static final String LIST = "files.tsv";
    static final String DATABASE = "packwitness.db";

    /**
     * One file.
     *
     * @param file its name in the backup: under {@link #OTHER} of the snapshot where it is one of
     *     the small files that change, else under {@link #FILES}
     * @param place where it stood in the vault
     */
    record Line(Sha256 sha256, long bytes, String file, String place) {
        String text() {
            return sha256.hex() + "\t" + bytes + "\t" + file + "\t" + place + "\n";
        }
    }

    /** Returns where a file of this snapshot lies in the backup. */
    Path at(Path backup, Line line) {
        Path own = folder.resolve(OTHER).resolve(line.file());
        return Files.exists(own) ? own : backup.resolve(FILES).resolve(line.file());
    }

    Snapshot {
        files = List.copyOf(files);
    }

    /** Writes the list into the snapshot's folder; from then on it counts. */
    void seal() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Line line : files) text.append(line.text());
        Path half = folder.resolve(LIST + ".half");
        Files.writeString(half, text, StandardCharsets.UTF_8);
        try (var channel =
                java.nio.channels.FileChannel.open(half, java.nio.file.StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        EvidenceFolder.settle(half, folder.resolve(LIST));
    }

    /** Returns the newest whole snapshot of a backup folder. */
    static Snapshot newest(Path backup) throws Failure {
        List<Path> whole = whole(backup);
        if (whole.isEmpty()) throw new Failure(KeepProblem.NO_BACKUP, backup);
        return read(whole.getLast());
    }

    /** Returns the folders of the whole snapshots, oldest first. */
    static List<Path> whole(Path backup) throws Failure {
        Path folder = backup.resolve(SNAPSHOTS);
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(one -> Files.isRegularFile(one.resolve(LIST)))
                    .sorted(Comparator.comparing(one -> one.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new Failure(KeepProblem.FOLDER_UNREADABLE, e, folder);
        }
    }

    private static Snapshot read(Path folder) throws Failure {
        Path list = folder.resolve(LIST);
        try {
            List<Line> files = new ArrayList<>();
            for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
                String[] parts = line.split("\t", 4);
                if (parts.length != 4 || !Sha256.isHex(parts[0]))
                    throw new Failure(KeepProblem.BACKUP_DAMAGED, list);
                files.add(
                        new Line(
                                new Sha256(parts[0]),
                                Long.parseLong(parts[1]),
                                parts[2],
                                parts[3]));
            }
            return new Snapshot(folder, files);
        } catch (IOException | NumberFormatException e) {
            throw new Failure(KeepProblem.BACKUP_DAMAGED, e, list);
        }
    }
}
