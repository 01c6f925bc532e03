package packwitness.capture;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;

import packwitness.value.Failure;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A camera or file that the video library opens; one thread reads, any thread closes. A file is
 * played at its own pace or as fast as it is read, where the arrival is computed from its times.
 */
final class StreamCamera implements Camera {
    private final StreamSource source;
    private final Instant openedAt;
    private final CameraFacts facts;
    private final boolean interCoded;
    private final long startNanos = System.nanoTime();
    private final AVPacket packet = av_packet_alloc();
    private final ReentrantLock reading = new ReentrantLock();
    private final ReentrantLock resting = new ReentrantLock();
    private final Condition closed = resting.newCondition();
    private volatile VideoInput input;
    private volatile CodedStream coded;
    private volatile boolean closing;
    private boolean freed;
    private long number;
    private long firstTime = Long.MIN_VALUE;
    private long lastNanos;
    private long roundNanos;

    StreamCamera(StreamSource source, Instant openedAt) throws Failure {
        this.source = source;
        this.openedAt = openedAt;
        try {
            input = source.open();
            AVStream stream = input.stream();
            coded = new CodedStream(stream);
            // Encoders want even sides; the odd last line of a picture is scaled away.
            facts =
                    new CameraFacts(
                            source.uri(),
                            source.name(),
                            coded.codec(),
                            coded.width() & ~1,
                            coded.height() & ~1,
                            rate(stream));
            interCoded = !coded.standsAlone();
        } catch (Failure | RuntimeException e) {
            av_packet_free(packet);
            throw e;
        }
        if (facts.width() < 16 || facts.height() < 16) {
            close();
            throw new Failure(CaptureProblem.NO_VIDEO, source.uri());
        }
    }

    private static double rate(AVStream stream) {
        AVRational rate = stream.avg_frame_rate();
        if (rate.num() <= 0 || rate.den() <= 0) rate = stream.r_frame_rate();
        double value = rate.den() > 0 ? (double) rate.num() / rate.den() : 0;
        return value >= 1 && value <= 240 ? value : 30;
    }

    @Override
    public CameraFacts facts() {
        return facts;
    }

    @Override
    public Instant openedAt() {
        return openedAt;
    }

    @Override
    public boolean patient() {
        return source.fast();
    }

    @Override
    public boolean interCoded() {
        return interCoded;
    }

    @Override
    public Optional<Shot> next() throws Failure {
        reading.lock();
        try {
            if (closing) return Optional.empty();
            boolean got = input.read(packet);
            if (!got && source.loop() && !closing) got = rewind() && input.read(packet);
            if (!got) {
                if (closing || source.file()) return Optional.empty();
                throw new Failure(CaptureProblem.CAMERA_LOST, source.uri(), "end of stream");
            }
            long arrival = source.file() ? playTime() : System.nanoTime();
            // The input may be closed by now, and its streams with it.
            if (closing) return Optional.empty();
            packet.time_base().num(coded.timeBaseNumerator()).den(coded.timeBaseDenominator());
            boolean key = !interCoded || (packet.flags() & AV_PKT_FLAG_KEY) != 0;
            return Optional.of(new PacketShot(number++, arrival, key, packet, coded));
        } catch (IOException e) {
            throw new Failure(CaptureProblem.CAMERA_LOST, e, source.uri(), reason(e));
        } finally {
            reading.unlock();
        }
    }

    private static String reason(IOException e) {
        return String.valueOf(e.getMessage());
    }

    private boolean rewind() {
        roundNanos = lastNanos + Math.round(1e9 / facts.framesPerSecond());
        firstTime = Long.MIN_VALUE;
        return input.seek(Long.MIN_VALUE / 4) || input.seek(0);
    }

    /** Waits until the packet is due where the file is played at its own pace. */
    private long playTime() {
        long time = packet.dts() != AV_NOPTS_VALUE ? packet.dts() : packet.pts();
        long nanos;
        if (time == AV_NOPTS_VALUE) {
            nanos = lastNanos + Math.round(1e9 / facts.framesPerSecond());
        } else {
            if (firstTime == Long.MIN_VALUE) firstTime = time;
            double ticks = (double) (time - firstTime);
            double seconds = ticks * coded.timeBaseNumerator() / coded.timeBaseDenominator();
            nanos = roundNanos + Math.round(seconds * 1e9);
        }
        if (nanos <= lastNanos && number > 0) nanos = lastNanos + 1;
        lastNanos = nanos;
        if (source.fast()) return startNanos + nanos;
        rest(startNanos + nanos);
        return System.nanoTime();
    }

    private void rest(long until) {
        resting.lock();
        try {
            long left = until - System.nanoTime();
            while (left > 0 && !closing) left = closed.awaitNanos(left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            resting.unlock();
        }
    }

    @Override
    public void reopen() throws Failure {
        reading.lock();
        try {
            if (closing) return;
            input.close();
            VideoInput again = source.open();
            CodedStream now = new CodedStream(again.stream());
            // The queue before the decoder drops single pictures only where each stands alone.
            if (now.standsAlone() == interCoded) {
                again.close();
                throw new Failure(
                        CaptureProblem.CAMERA_LOST,
                        source.uri(),
                        "it now sends " + now.codec() + " instead of " + facts.codec());
            }
            coded = now;
            input = again;
            // Closing while the new input was opened would have closed the old one only.
            if (closing) again.close();
        } finally {
            reading.unlock();
        }
    }

    @Override
    public boolean describe(AVCodecParameters target) {
        CodedStream now = coded;
        if (now.codecId() != AV_CODEC_ID_H264 || now.extraData().length == 0) return false;
        now.copyTo(target);
        return true;
    }

    @Override
    public ShotDecoder decoder() throws Failure {
        return new PacketDecoder(coded, facts.width(), facts.height());
    }

    @Override
    public Optional<CodedStream> stream() {
        return Optional.of(coded);
    }

    @Override
    public void close() {
        closing = true;
        resting.lock();
        try {
            closed.signalAll();
        } finally {
            resting.unlock();
        }
        input.close();
        try {
            // A read ends at once by the closed input; opening again ends with its own patience.
            if (!reading.tryLock(10, TimeUnit.SECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            input.close();
            if (freed) return;
            freed = true;
            av_packet_free(packet);
        } finally {
            reading.unlock();
        }
    }
}
