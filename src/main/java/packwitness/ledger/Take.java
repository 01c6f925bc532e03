package packwitness.ledger;

import org.jspecify.annotations.Nullable;

import packwitness.value.Sha256;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the rows say of one recording; filled row by row. */
final class Take {
    /** A piece of the original as its row tells it. */
    record Piece(
            long seq,
            long number,
            long offset,
            long length,
            byte[] sha256,
            byte[] link,
            long frames) {}

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
            case SEGMENT -> see(piece(row));
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

    void see(Piece piece) {
        if (start == null || end != null) faults.add("take.segmentOutside");
        pieces.add(piece);
    }

    static boolean isRecording(EntryKind kind) {
        return switch (kind) {
            case START, SEGMENT, STOP, INTERRUPTED -> true;
            default -> false;
        };
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
        return Optional.ofNullable(end.facts().get(name)).filter(Sha256::isHex).map(Sha256::new);
    }

    Optional<String> file() {
        Entry told = end != null && end.facts().containsKey("file") ? end : start;
        return told == null ? Optional.empty() : Optional.ofNullable(told.facts().get("file"));
    }

    /** Returns a fact that is a number without sign; -1 where it is none. */
    static long number(Entry row, String fact) {
        String text = row.facts().getOrDefault(fact, "");
        if (text.isEmpty() || text.length() > 18) return -1;
        for (int i = 0; i < text.length(); i++)
            if (text.charAt(i) < '0' || text.charAt(i) > '9') return -1;
        return Long.parseLong(text);
    }

    private static Piece piece(Entry row) {
        return new Piece(
                row.seq(),
                number(row, "segment"),
                number(row, "offset"),
                number(row, "length"),
                hash(row, "sha256"),
                hash(row, "link"),
                number(row, "frames"));
    }

    /** Raw, because there are as many pieces as seconds; empty where it is no hash. */
    private static byte[] hash(Entry row, String fact) {
        String hex = row.facts().getOrDefault(fact, "");
        return Sha256.isHex(hex) ? new Sha256(hex).bytes() : new byte[0];
    }
}
