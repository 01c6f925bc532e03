package packwitness.ledger;

import packwitness.value.Sha256;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** C3 and C9: are the rows of a recording complete, and is the original what they tell? */
final class TakeCheck {
    private static final int BLOCK = 1 << 20;
    private static final long MOST_SECONDS_APART = 30;
    private static final Duration STEADY = Duration.ofSeconds(2);

    private final Findings findings;

    TakeCheck(Findings findings) {
        this.findings = findings;
    }

    /** Checks that a recording has its beginning, its pieces in order, and its end. */
    void complete(String about, Take take) {
        long before = findings.failures();
        for (String fault : take.faults) findings.failed("C3", about, fault);
        if (take.start().isEmpty() && take.faults.isEmpty())
            findings.failed("C3", about, "take.noStart");
        long expected = -1;
        for (Take.Piece piece : take.pieces) {
            boolean first = expected < 0 && (piece.number() == 0 || piece.number() == 1);
            if (!first && piece.number() != expected)
                findings.failed("C3", about, "take.gap", piece.number(), piece.seq());
            expected = piece.number() + 1;
        }
        if (findings.failures() == before && take.end().isPresent())
            findings.passed("C3", about, "take.complete", take.pieces.size());
    }

    /** Checks the chain of pieces and the sums that the last row tells. */
    void sums(String about, Take take) {
        if (take.pieces.isEmpty()) {
            findings.undecided("C9", about, "take.noPieces");
            return;
        }
        byte[] link = Sha256.ZERO.bytes();
        long offset = 0;
        long frames = 0;
        MessageDigest digest = Sha256.digest();
        for (Take.Piece piece : take.pieces) {
            if (piece.offset() != offset || piece.length() < 0 || piece.sha256().length == 0) {
                findings.failed("C9", about, "take.place", piece.number());
                return;
            }
            link = SegmentLinks.next(digest, link, offset, piece.length(), piece.sha256());
            if (!Arrays.equals(link, piece.link())) {
                findings.failed("C9", about, "take.link", piece.number());
                return;
            }
            offset += piece.length();
            frames += Math.max(0, piece.frames());
        }
        if (take.end().isPresent())
            end(about, take, take.end().get(), Sha256.ofBytes(link), offset, frames);
    }

    private void end(String about, Take take, Entry end, Sha256 link, long bytes, long frames) {
        long before = findings.failures();
        boolean stopped = end.kind() == EntryKind.STOP;
        same(about, end, "chain", link.hex());
        same(about, end, stopped ? "segments" : "proven_segments", take.pieces.size());
        same(about, end, stopped ? "bytes" : "proven_bytes", bytes);
        if (stopped) {
            long recorded = Take.number(end, "recorded");
            long ahead = Math.max(0, Take.number(end, "preroll"));
            if (recorded >= 0 && frames != recorded && frames != recorded + ahead)
                findings.failed("C9", about, "take.frames", frames, recorded);
            length(about, take, end);
        }
        if (findings.failures() == before)
            findings.passed("C9", about, "take.sums", take.pieces.size(), bytes, frames);
    }

    /** The recording must last as long as the time between its START and STOP rows. */
    private void length(String about, Take take, Entry stop) {
        Entry start = take.start().orElse(stop);
        long last = Take.number(stop, "last_at");
        long first = Take.number(stop, "first_at");
        if (last < 0 || first < 0 || start == stop) {
            findings.undecided("C9", about, "take.noTimes");
            return;
        }
        if (last < first || stop.at().isBefore(start.at())) {
            // How long it lasted cannot be told from a clock that was set back meanwhile.
            findings.undecided("C9", about, "take.clockBack");
            return;
        }
        long missing = (stop.at().toEpochMilli() - last) / 1000;
        long unexplained = (last - Math.max(first, start.at().toEpochMilli())) / 1000;
        boolean gaps = !stop.facts().getOrDefault("gaps", "").matches("0?|\\[]|-|none");
        if (missing > MOST_SECONDS_APART || unexplained < -MOST_SECONDS_APART) {
            if (gaps) findings.undecided("C9", about, "take.shortWithGaps", missing);
            else findings.failed("C9", about, "take.short", missing);
        }
        if (gaps)
            findings.undecided("C9", about, "take.gaps", String.valueOf(stop.facts().get("gaps")));
    }

    /** Checks every piece against the bytes of the file. */
    void bytes(String about, Take take, Path file) {
        if (take.pieces.isEmpty()) return;
        byte[] block = new byte[BLOCK];
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            for (Take.Piece piece : take.pieces) {
                byte[] hash = hash(channel, piece.length(), block);
                if (!Arrays.equals(hash, piece.sha256())) {
                    findings.failed("C9", about, "take.piece", piece.number(), piece.offset());
                    return;
                }
            }
            long left = channel.size() - channel.position();
            boolean stopped = take.end().map(end -> end.kind() == EntryKind.STOP).orElse(false);
            if (left > 0 && stopped) findings.failed("C9", about, "take.tail", left);
            else if (left > 0) findings.undecided("C9", about, "take.tailUnproven", left);
            else findings.passed("C9", about, "take.bytes", take.pieces.size());
            if (stopped && left == 0) take.end().ifPresent(end -> film(about, end, file));
        } catch (IOException e) {
            findings.undecided("C9", about, Report.UNREADABLE, e.getClass().getSimpleName());
        }
    }

    /** The pictures in the file, counted anew, against what the last row says of them. */
    private void film(String about, Entry stop, Path file) {
        Optional<Film> film = Film.read(file);
        long recorded = Take.number(stop, "recorded");
        if (film.isEmpty() || recorded < 0) {
            findings.undecided("C9", about, "take.noFilm");
            return;
        }
        long frames = film.get().frames();
        if (frames != recorded) findings.failed("C9", about, "take.filmed", frames, recorded);
        else findings.passed("C9", about, "take.film", frames, film.get().length().toMillis());
        clock(about, stop, film.get().length());
    }

    /** Frames bear monotonic times, rows the wall clock: both must have run alike. */
    private void clock(String about, Entry stop, Duration film) {
        long first = Take.number(stop, "first_at");
        long last = Take.number(stop, "last_at");
        if (first < 0 || last < first) return;
        Duration apart = Duration.ofMillis(last - first).minus(film).abs();
        String seconds = String.format(Locale.ROOT, "%.1f", apart.toMillis() / 1000.0);
        if (apart.compareTo(STEADY) <= 0) findings.passed("C13", about, "clock.steady", seconds);
        else findings.undecided("C13", about, "clock.unsteady", seconds);
    }

    private static byte[] hash(SeekableByteChannel channel, long length, byte[] block)
            throws IOException {
        MessageDigest digest = Sha256.digest();
        long left = length;
        while (left > 0) {
            ByteBuffer buffer = ByteBuffer.wrap(block, 0, (int) Math.min(left, block.length));
            int n = channel.read(buffer);
            if (n < 0) return new byte[1];
            digest.update(block, 0, n);
            left -= n;
        }
        return digest.digest();
    }

    private void same(String about, Entry end, String fact, Object value) {
        String told = end.facts().get(fact);
        if (told == null) findings.undecided("C9", about, "take.untold", fact);
        else if (!told.equals(value.toString()))
            findings.failed("C9", about, "take.sum", fact, told, value);
    }
}
