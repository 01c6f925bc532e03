package packwitness.recording;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

import packwitness.recording.Recovered.End;
import packwitness.value.Failure;
import packwitness.value.Sha256;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out how much of a recorded file its known links prove; any thread. */
public final class Recovery {
    private static final int BLOCK = 1 << 18;

    private Recovery() {}

    /** Reads the whole file; damage is told in the result, only an unreadable file is a Failure. */
    public static Recovered examine(Path file, List<Segment> knownLinks) throws Failure {
        if (!Files.exists(file)) throw new Failure(RecordingProblem.FILE_MISSING, file);
        try {
            Walk walk = new Walk(Files.size(file));
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BLOCK)) {
                walk.prove(in, knownLinks);
                walk.rest(in);
            }
            return walk.result(readable(file));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * Returns the links that the bytes themselves show, box by box, without frames and times, which
     * no byte tells; compare the last one with a chain head that was noted elsewhere.
     */
    public static List<Segment> links(Path file) throws Failure {
        if (!Files.exists(file)) throw new Failure(RecordingProblem.FILE_MISSING, file);
        try (InputStream in = Files.newInputStream(file)) {
            FragmentFile walked = new FragmentFile(new Nowhere());
            List<Segment> links = new ArrayList<>();
            byte[] block = new byte[BLOCK];
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                walked.write(block, n);
                for (FragmentFile.Link link : walked.fresh())
                    links.add(
                            new Segment(
                                    link.number(),
                                    link.offset(),
                                    link.length(),
                                    link.bytes(),
                                    link.link(),
                                    0,
                                    Instant.EPOCH));
            }
            return links;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static Failure unreadable(Path file, IOException e) {
        return new Failure(
                RecordingProblem.FILE_UNREADABLE, e, file, String.valueOf(e.getMessage()));
    }

    /** Counts the frames up to where the file ends; one without a readable head has none. */
    private static long readable(Path file) {
        Count count = new Count();
        try {
            Video.walkInOrder(file, count);
        } catch (Failure | IOException endsHere) {
            // What was counted so far is what the file still shows.
        }
        return count.frames;
    }

    private static final class Count implements Video.Visitor {
        private long frames;

        @Override
        public void begin(AVStream stream) {}

        @Override
        public void packet(AVPacket packet) {
            frames++;
        }
    }

    private static final class Nowhere implements Disk.Outlet {
        @Override
        public void write(java.nio.ByteBuffer bytes) {
            bytes.position(bytes.limit());
        }

        @Override
        public void force() {}

        @Override
        public void close() {}
    }

    /** One pass over the bytes: link by link while they fit, then the rest for the whole hash. */
    private static final class Walk {
        private final long size;
        private final MessageDigest whole = Sha256.digest();
        private final byte[] block = new byte[BLOCK];
        private End end = End.WHOLE;
        private Sha256 head = Sha256.ZERO;
        private int proven;
        private long provenBytes;
        private long frames;
        private Optional<Instant> lastFrameAt = Optional.empty();

        Walk(long size) {
            this.size = size;
        }

        void prove(InputStream in, List<Segment> links) throws IOException {
            for (Segment link : links) {
                end = fault(in, link);
                if (end != End.WHOLE) return;
                head = link.link();
                proven++;
                provenBytes += link.length();
                frames += link.frames();
                if (link.frames() > 0) lastFrameAt = Optional.of(link.lastFrameAt());
            }
            if (provenBytes < size) end = End.TAIL;
        }

        private End fault(InputStream in, Segment link) throws IOException {
            Sha256 expected = Chain.link(head, link.offset(), link.length(), link.bytes());
            boolean follows =
                    link.number() == proven
                            && link.offset() == provenBytes
                            && link.length() >= 0
                            && link.frames() >= 0
                            && expected.equals(link.link());
            if (!follows) return End.LINKS_BROKEN;
            if (provenBytes + link.length() > size) return End.CUT;
            MessageDigest part = Sha256.digest();
            long left = link.length();
            while (left > 0) {
                int n = in.read(block, 0, (int) Math.min(block.length, left));
                if (n < 0) return End.CUT;
                part.update(block, 0, n);
                whole.update(block, 0, n);
                left -= n;
            }
            return Sha256.of(part).equals(link.bytes()) ? End.WHOLE : End.CHANGED;
        }

        void rest(InputStream in) throws IOException {
            for (int n = in.read(block); n >= 0; n = in.read(block)) whole.update(block, 0, n);
        }

        Recovered result(long readable) {
            return new Recovered(
                    proven,
                    provenBytes,
                    size - provenBytes,
                    head,
                    Optional.of(Sha256.of(whole)),
                    frames,
                    lastFrameAt,
                    readable,
                    end);
        }
    }
}
