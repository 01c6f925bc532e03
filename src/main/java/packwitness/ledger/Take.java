package packwitness.ledger;

import org.jspecify.annotations.Nullable;

import packwitness.value.Sha256;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the rows say of one recording; filled row by row. */
final class Take {
    /** A piece of the original as its row tells it. */
    record Piece(
            long seq,
            long number,
            long offset,
            long length,
            String sha256,
            String link,
            long frames) {}

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    final String id;
    final List<Piece> pieces = new ArrayList<>();
    final List<String> faults = new ArrayList<>();
    @Nullable Entry start;
    @Nullable Entry end;

    Take(String id) {
        this.id = id;
    }

    void see(Entry row) {
        switch (row.kind()) {
            case START -> {
                if (start != null || end != null || !pieces.isEmpty())
                    faults.add("take.startTwice");
                start = row;
            }
            case SEGMENT -> {
                if (start == null || end != null) faults.add("take.segmentOutside");
                pieces.add(piece(row));
            }
            case STOP, INTERRUPTED -> {
                if (start == null) faults.add("take.noStart");
                if (end != null) faults.add("take.endTwice");
                end = row;
            }
            default -> {
                // Other rows may name the take; they are no part of its recording.
            }
        }
    }

    Optional<Entry> start() {
        return Optional.ofNullable(start);
    }

    Optional<Entry> end() {
        return Optional.ofNullable(end);
    }

    /** Returns the hash of the whole file as the last row tells it. */
    Optional<Sha256> fileHash() {
        if (end == null) return Optional.empty();
        String name = end.kind() == EntryKind.STOP ? "sha256" : "file_sha256";
        return Optional.ofNullable(end.facts().get(name))
                .filter(hex -> hex.matches("[0-9a-f]{64}"))
                .map(Sha256::new);
    }

    Optional<String> file() {
        Entry told = end != null && end.facts().containsKey("file") ? end : start;
        return told == null ? Optional.empty() : Optional.ofNullable(told.facts().get("file"));
    }

    static long number(Entry row, String fact) {
        String text = row.facts().getOrDefault(fact, "");
        return NUMBER.matcher(text).matches() ? Long.parseLong(text) : -1;
    }

    private static Piece piece(Entry row) {
        return new Piece(
                row.seq(),
                number(row, "segment"),
                number(row, "offset"),
                number(row, "length"),
                row.facts().getOrDefault("sha256", ""),
                row.facts().getOrDefault("link", ""),
                number(row, "frames"));
    }
}
