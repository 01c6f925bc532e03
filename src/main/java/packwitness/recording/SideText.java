package packwitness.recording;

import packwitness.value.Failure;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The text beside the pictures of a copied stream. It stands in the original itself, in boxes of
 * type {@code uuid} between the fragments, so that it is hashed, chained and forced with them;
 * players pass over such boxes. Any thread.
 */
public final class SideText {
    /** The number by which the boxes are known, in front of one line of UTF-8. */
    static final UUID ID = UUID.fromString("50575458-a7c1-4d0e-9b3e-6f1d2c5a8b70");

    private static final int ID_LENGTH = 16;

    private static final int HEAD = 8;
    private static final int MOST = 1 << 16;
    private static final String VERSION = "1";

    /**
     * What stood beside the pictures from this frame on, until the next note: the running number of
     * the frame, its arrival, and its time in the file in ticks of 1/90000 s.
     */
    public record Note(
            long frame, Instant at, long ticks, String caption, String station, String remark) {}

    private SideText() {}

    /** Returns the notes of a recorded file in order; none where its text is in the picture. */
    public static List<Note> read(Path original) throws Failure {
        if (!Files.exists(original)) throw new Failure(RecordingProblem.FILE_MISSING, original);
        List<Note> notes = new ArrayList<>();
        try (RandomAccessFile file = new RandomAccessFile(original.toFile(), "r")) {
            long at = 0;
            while (at + HEAD <= file.length()) {
                file.seek(at);
                long size = file.readInt() & 0xffffffffL;
                int type = file.readInt();
                if (size == 1) size = file.readLong();
                if (size < HEAD) break;
                if (type == 0x75756964 && size <= MOST && at + size <= file.length()) {
                    byte[] body = new byte[(int) size - HEAD];
                    file.readFully(body);
                    note(body).ifPresent(notes::add);
                }
                at += size;
            }
            return notes;
        } catch (IOException e) {
            throw new Failure(
                    RecordingProblem.FILE_UNREADABLE, e, original, String.valueOf(e.getMessage()));
        }
    }

    private static Optional<Note> note(byte[] body) {
        if (body.length < ID_LENGTH) return Optional.empty();
        ByteBuffer known = ByteBuffer.wrap(body);
        if (!ID.equals(new UUID(known.getLong(), known.getLong()))) return Optional.empty();
        String line = new String(body, ID_LENGTH, body.length - ID_LENGTH, StandardCharsets.UTF_8);
        String[] parts =
                line.isEmpty()
                        ? new String[0]
                        : line.substring(0, line.length() - 1).split("\t", -1);
        if (parts.length != 7 || !parts[0].equals(VERSION)) return Optional.empty();
        try {
            return Optional.of(
                    new Note(
                            Long.parseLong(parts[1]),
                            Instant.parse(parts[2]),
                            Long.parseLong(parts[3]),
                            parts[4],
                            parts[5],
                            parts[6]));
        } catch (NumberFormatException | java.time.DateTimeException damaged) {
            return Optional.empty();
        }
    }

    /** Returns the box of a note. */
    static byte[] box(Note note) {
        String line =
                String.join(
                                "\t",
                                VERSION,
                                Long.toString(note.frame),
                                note.at.toString(),
                                Long.toString(note.ticks),
                                plain(note.caption),
                                plain(note.station),
                                plain(note.remark))
                        + "\n";
        byte[] text = line.getBytes(StandardCharsets.UTF_8);
        int size = HEAD + ID_LENGTH + text.length;
        return ByteBuffer.allocate(size)
                .putInt(size)
                .put("uuid".getBytes(StandardCharsets.US_ASCII))
                .putLong(ID.getMostSignificantBits())
                .putLong(ID.getLeastSignificantBits())
                .put(text)
                .array();
    }

    private static String plain(String text) {
        String oneLine = text.replaceAll("\\p{Cntrl}", " ");
        return oneLine.length() <= 2000 ? oneLine : oneLine.substring(0, 2000);
    }
}
