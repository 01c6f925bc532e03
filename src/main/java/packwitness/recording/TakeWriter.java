package packwitness.recording;

import packwitness.storage.EvidenceFolder;
import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Writes one take on a thread of its own, from the creation of its file to the sealing. The
 * splitter hands it frames and never waits for it; a full queue means that the disk is failing.
 */
final class TakeWriter implements Runnable {
    /** What all writers of a recorder share. */
    record Ground(
            Disk disk,
            double framesPerSecond,
            boolean patient,
            RecorderEvents events,
            AtomicLong bytesWritten,
            Load load,
            Supplier<EncoderFacts> coding,
            Watch watch) {
        Duration frameTime() {
            return Duration.ofNanos(Math.round(1e9 / framesPerSecond));
        }
    }

    private sealed interface Step {
        record Frame(Coded coded, boolean early) implements Step {}

        record Close() implements Step {}
    }

    private static final long SILENCE_MILLIS = 1500;
    private static final int SECONDS_OF_ROOM = 10;

    /** The longest a frame waits for the disk; a whole second would lose more than that. */
    private static final long FRAGMENT_TICKS = Coded.TICKS / 2;

    private final TakeFile file;
    private final Ground ground;
    private final CodecParameters parameters;
    private final boolean copied;
    private final BlockingQueue<Step> steps;
    private final Tally tally = new Tally();
    private final List<Step.Frame> open = new ArrayList<>();
    private volatile boolean closing;
    private volatile Optional<Failure> trouble = Optional.empty();
    private long base = -1;
    private long openSince;
    private long toldEnd;
    private Words words = Words.BURNT;
    private int notes;
    private volatile int runOn;
    private Instant newest = Instant.EPOCH;

    TakeWriter(TakeFile file, Ground ground, CodecParameters parameters, int preRollFrames) {
        this.file = file;
        this.ground = ground;
        this.parameters = parameters;
        copied = ground.coding.get().copied();
        int room = (int) Math.ceil(ground.framesPerSecond * SECONDS_OF_ROOM);
        steps = new ArrayBlockingQueue<>(preRollFrames + Math.max(room, 50));
    }

    TakeFile file() {
        return file;
    }

    /** Counts a frame that came after the order that will end the take. Splitter thread. */
    void runsOn() {
        runOn++;
    }

    boolean failed() {
        return trouble.isPresent();
    }

    /** Takes a frame; false where the writer has failed or cannot follow. Splitter thread. */
    boolean offer(Coded coded, boolean early) throws InterruptedException {
        if (trouble.isPresent()) return false;
        Step frame = new Step.Frame(coded, early);
        // A source that waits may be faster than any disk; that is no trouble of the disk.
        if (ground.patient) return steps.offer(frame, SECONDS_OF_ROOM, TimeUnit.SECONDS);
        return steps.offer(frame);
    }

    /** Lets the writer seal the file once it has written what it was given. */
    void close() {
        closing = true;
        // Only wakes a waiting writer; a full queue needs no waking.
        boolean woken = steps.offer(new Step.Close());
        assert woken || !steps.isEmpty();
    }

    /** Closes the take as damaged. */
    void close(Failure why) {
        if (trouble.isEmpty()) trouble = Optional.of(why);
        close();
    }

    @Override
    public void run() {
        try {
            write();
        } catch (IOException e) {
            fail(Fault.of(e, file.part()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(new Failure(RecordingProblem.RECORDER_FAILED, e, "interrupted"));
        } catch (RuntimeException e) {
            fail(new Failure(RecordingProblem.RECORDER_FAILED, e, e.toString()));
        }
    }

    private void fail(Failure why) {
        trouble = Optional.of(why);
        ground.events.damaged(file.take(), why, Optional.empty());
    }

    private void write() throws IOException, InterruptedException {
        try (FragmentFile out = new FragmentFile(ground.disk.create(file.part()))) {
            // Without its name the bytes that are forced later could not be found again.
            EvidenceFolder.forceFolder(folder());
            try (FragmentMuxer muxer = FragmentMuxer.open(out, parameters)) {
                frames(out, muxer);
                muxer.finish();
                links(out);
            } catch (IOException e) {
                if (trouble.isEmpty()) trouble = Optional.of(Fault.of(e, file.part()));
            }
            seal(out);
        }
    }

    private void frames(FragmentFile out, FragmentMuxer muxer)
            throws IOException, InterruptedException {
        boolean flushed = true;
        while (true) {
            Step step = steps.poll(SILENCE_MILLIS, TimeUnit.MILLISECONDS);
            if (step instanceof Step.Frame frame) {
                frame(out, muxer, frame);
                flushed = false;
            } else if (closing && steps.isEmpty()) {
                return;
            } else if (step == null && !flushed) {
                muxer.flush();
                links(out);
                flushed = true;
            }
        }
    }

    private void frame(FragmentFile out, FragmentMuxer muxer, Step.Frame frame) throws IOException {
        Coded coded = frame.coded;
        if (base < 0) base = coded.time();
        if (newest.equals(Instant.EPOCH)) newest = coded.mark().at();
        long ticks = coded.time() - base;
        if (coded.key() || open.isEmpty()) openSince = ticks;
        else if (ticks - openSince >= FRAGMENT_TICKS) {
            muxer.flush();
            links(out);
            openSince = ticks;
        }
        long duration = Math.round(Coded.TICKS / ground.framesPerSecond);
        muxer.write(coded.bytes(), coded.key(), ticks, coded.shownLater(), duration);
        links(out);
        note(out, frame, ticks);
        open.add(frame);
    }

    /** Puts the text before the fragment it speaks of; pre-roll is of no take yet. */
    private void note(FragmentFile out, Step.Frame frame, long ticks) throws IOException {
        Coded coded = frame.coded;
        if (coded.words() == Words.BURNT) return;
        Words now = coded.words();
        if (frame.early) now = new Words("", now.station(), now.remark());
        if (now.equals(words) && !open.isEmpty()) return;
        Mark mark = coded.mark();
        boolean noted =
                out.between(
                        SideText.box(
                                new SideText.Note(
                                        mark.number(),
                                        mark.at(),
                                        ticks,
                                        now.caption(),
                                        now.station(),
                                        now.remark())));
        if (!noted) return;
        words = now;
        notes++;
    }

    /** Forces what is complete to the disk, and only then tells of it. */
    private void links(FragmentFile out) throws IOException {
        List<FragmentFile.Link> fresh = out.fresh();
        if (fresh.isEmpty()) return;
        out.force();
        for (FragmentFile.Link link : fresh) {
            int frames = link.number() == 0 ? 0 : open.size();
            if (frames > 0) {
                open.forEach(frame -> tally.add(frame.coded.mark(), frame.early));
                newest = open.getLast().coded.mark().at();
                open.clear();
            }
            ground.bytesWritten.addAndGet(link.length());
            ground.watch.onDisk();
            toldEnd = link.offset() + link.length();
            ground.events.segment(
                    file.take(),
                    new Segment(
                            link.number(),
                            link.offset(),
                            link.length(),
                            link.bytes(),
                            link.link(),
                            frames,
                            newest));
        }
    }

    private void seal(FragmentFile out) throws IOException {
        if (tally.empty()) {
            out.close();
            Files.deleteIfExists(file.part());
            ground.events.damaged(file.take(), trouble.orElse(nothing()), Optional.empty());
            return;
        }
        Optional<Original> original = Optional.empty();
        try {
            if (!out.failed()) out.force();
            out.close();
            EvidenceFolder.settle(file.part(), file.sealed());
            // Bytes behind the last forced link are no part of a proven original: what is sealed
            // then is found out from the links, and the tail is named.
            if (toldEnd == out.position()) original = Optional.of(original(out));
        } catch (IOException e) {
            if (trouble.isEmpty()) trouble = Optional.of(Fault.of(e, file.sealed()));
        }
        if (trouble.isEmpty() && original.isPresent())
            ground.events.sealed(file.take(), original.get());
        else ground.events.damaged(file.take(), trouble.orElse(nothing()), original);
    }

    private Original original(FragmentFile out) {
        EncoderFacts coding = ground.coding.get();
        Making making =
                new Making(
                        copied,
                        coding.encoder(),
                        tally.firstOwn(),
                        Math.min(runOn, tally.recorded()),
                        notes,
                        ground.load.between(tally.firstNanos(), tally.lastNanos()));
        return tally.original(file.sealed(), out, ground.frameTime(), making);
    }

    private Path folder() {
        return Objects.requireNonNull(file.part().toAbsolutePath().getParent(), "in a folder");
    }

    private Failure nothing() {
        return new Failure(RecordingProblem.NOTHING_RECORDED, file.part());
    }
}
