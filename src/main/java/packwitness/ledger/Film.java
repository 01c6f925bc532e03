package packwitness.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How many pictures an MP4 file holds and how long they last, as its own boxes (ISO/IEC 14496-12)
 * tell it; whole or in fragments.
 *
 * @param frames of the first track
 * @param length sum of the frames' durations
 */
record Film(long frames, Duration length) {
    private static final int LARGEST_BOX = 64 << 20;
    private static final int MOST_BOXES = 10_000_000;
    private static final int HEAD = 8;
    private static final int LARGE_HEAD = 16;

    /** Returns nothing where the file is no MP4 or breaks off inside a box that is needed. */
    static Optional<Film> read(Path file) {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            Reader reader = new Reader();
            long size = channel.size();
            long at = 0;
            boolean known = false;
            for (int boxes = 0; at + HEAD <= size && boxes < MOST_BOXES; boxes++) {
                ByteBuffer head = at(channel, at, (int) Math.min(LARGE_HEAD, size - at));
                long length = head.getInt() & 0xffffffffL;
                int type = head.getInt();
                int headLength = HEAD;
                if (length == 1 && head.remaining() >= Long.BYTES) {
                    length = head.getLong();
                    headLength = LARGE_HEAD;
                } else if (length == 0) {
                    length = size - at;
                }
                if (length < headLength || at + length > size) break;
                if (type == Reader.MOOV || type == Reader.MOOF) {
                    if (length > LARGEST_BOX) return Optional.empty();
                    reader.box(type, at(channel, at + headLength, (int) length - headLength));
                    known |= type == Reader.MOOV;
                }
                at += length;
            }
            return known ? reader.film() : Optional.empty();
        } catch (IOException | RuntimeException notAFilm) {
            // Boxes that lie about their lengths run over the end of their buffer.
            return Optional.empty();
        }
    }

    private static ByteBuffer at(SeekableByteChannel channel, long place, int length)
            throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        channel.position(place);
        while (bytes.hasRemaining()) if (channel.read(bytes) < 0) throw new IOException("cut");
        return bytes.flip();
    }

    /** Adds up what the boxes say; of several tracks only the first counts. */
    private static final class Reader {
        static final int MOOV = 0x6d6f6f76;
        static final int MOOF = 0x6d6f6f66;
        private static final int TRAK = 0x7472616b;
        private static final int MDIA = 0x6d646961;
        private static final int MINF = 0x6d696e66;
        private static final int STBL = 0x7374626c;
        private static final int MVEX = 0x6d766578;
        private static final int TRAF = 0x74726166;
        private static final int MDHD = 0x6d646864;
        private static final int STSZ = 0x7374737a;
        private static final int STTS = 0x73747473;
        private static final int TREX = 0x74726578;
        private static final int TFHD = 0x74666864;
        private static final int TRUN = 0x7472756e;

        private long scale;
        private long frames;
        private long ticks;
        private long usualTicks;
        private long fragmentTicks;
        private int tracks;

        void box(int type, ByteBuffer in) {
            switch (type) {
                case MOOV, MOOF, MDIA, MINF, STBL, MVEX, TRAF -> children(in);
                case TRAK -> {
                    if (tracks++ == 0) children(in);
                }
                case MDHD -> mediaHeader(in);
                case STSZ -> frames += number(in, 8);
                case STTS -> timeTable(in);
                case TREX -> usualTicks = number(in, 12);
                case TFHD -> fragmentHeader(in);
                case TRUN -> run(in);
                default -> {
                    // Nothing about frames stands in it.
                }
            }
        }

        private void children(ByteBuffer in) {
            while (in.remaining() >= HEAD) {
                int from = in.position();
                long length = in.getInt() & 0xffffffffL;
                int type = in.getInt();
                if (length < HEAD || from + length > in.limit())
                    throw new IllegalArgumentException("box");
                box(type, in.slice(from + HEAD, (int) length - HEAD));
                in.position((int) (from + length));
            }
        }

        private void mediaHeader(ByteBuffer in) {
            scale = number(in, in.get(0) == 1 ? 20 : 12);
        }

        private void timeTable(ByteBuffer in) {
            long entries = number(in, 4);
            for (int i = 0; i < entries; i++)
                ticks += Math.multiplyExact(number(in, 8 + 8 * i), number(in, 12 + 8 * i));
        }

        private void fragmentHeader(ByteBuffer in) {
            int flags = in.getInt(0);
            int at = 8;
            if ((flags & 0x1) != 0) at += 8;
            if ((flags & 0x2) != 0) at += 4;
            fragmentTicks = (flags & 0x8) != 0 ? number(in, at) : usualTicks;
        }

        private void run(ByteBuffer in) {
            int flags = in.getInt(0);
            long count = number(in, 4);
            int at = 8;
            if ((flags & 0x1) != 0) at += 4;
            if ((flags & 0x4) != 0) at += 4;
            int each = 4 * Integer.bitCount(flags & 0xf00);
            frames += count;
            if ((flags & 0x100) == 0) {
                ticks += Math.multiplyExact(count, fragmentTicks);
                return;
            }
            for (long i = 0; i < count; i++) ticks += number(in, Math.toIntExact(at + i * each));
        }

        private static long number(ByteBuffer in, int at) {
            return in.getInt(at) & 0xffffffffL;
        }

        Optional<Film> film() {
            if (scale <= 0) return Optional.empty();
            return Optional.of(
                    new Film(frames, Duration.ofMillis(Math.multiplyExact(ticks, 1000L) / scale)));
        }
    }
}
