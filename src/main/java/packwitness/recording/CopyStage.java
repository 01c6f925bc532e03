package packwitness.recording;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVRational;

import packwitness.capture.PacketShot;
import packwitness.capture.Shot;
import packwitness.value.Failure;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The thread that takes the packets of an H.264 camera as they are: nothing is decoded on it and
 * nothing encoded. The text stands beside the pictures. Every camera decides itself where its key
 * frames are, so a take begins with one from the ring.
 */
final class CopyStage implements Stage {
    private static final long POLL_MILLIS = 50;
    private static final long FAR_TICKS = Coded.TICKS / 4;
    private static final long LOST_TICKS = 2L * Coded.TICKS;

    private final Lane lane;
    private final String station;
    private final Eyes eyes;
    private final List<CodecParameters> owned;
    private CodecParameters parameters;
    private Words words = Words.BURNT;
    private boolean any;
    private long epochNanos;
    private long lastTime = -1;
    private long lead;
    private long lastOwn;
    private long lastArrival;

    CopyStage(
            Lane lane,
            RecorderSettings settings,
            CodecParameters parameters,
            List<CodecParameters> owned,
            Eyes eyes) {
        this.lane = lane;
        this.station = settings.station();
        this.parameters = parameters;
        this.owned = owned;
        this.eyes = eyes;
    }

    @Override
    public EncoderFacts environment() {
        return new EncoderFacts("copy", "", true, Optional.empty(), List.of());
    }

    @Override
    public void run() {
        lane.run(this::work, () -> {});
    }

    private void work() throws Failure, InterruptedException {
        Intake intake = lane.joints.intake();
        boolean ended = false;
        while (true) {
            Optional<Shot> shot = intake.poll(POLL_MILLIS);
            if (shot.isPresent()) {
                try (Shot one = shot.get()) {
                    if (one instanceof PacketShot packet) copy(packet);
                }
            } else if (intake.drained()) {
                if (!ended && !intake.closed()) lane.joints.watch().sourceEnded();
                ended = true;
                if (intake.closed() || !any) break;
                lane.late(true);
                Thread.sleep(POLL_MILLIS);
            } else {
                lane.late(false);
            }
        }
        lane.late(true);
    }

    private void copy(PacketShot shot) {
        // What comes before the first key frame cannot be decoded by anybody.
        if (!any && !shot.key()) {
            lane.joints.drops().drop(shot.number(), Gap.Cause.CORRUPT);
            return;
        }
        long arrival = shot.arrivalNanos();
        if (!any) epochNanos = arrival;
        AVPacket packet = shot.packet();
        byte[] bytes = new byte[packet.size()];
        packet.data().get(bytes);
        if (shot.key() && any && arrival - lastArrival > 10 * lane.frameNanos())
            bytes = afterSilence(bytes);
        List<Order> due = lane.due(shot.number(), arrival);
        Instant at = lane.joints.time().at(arrival);
        Mark mark = new Mark(shot.number(), arrival, at, lane.gapBefore(shot.number(), arrival));
        lastArrival = arrival;
        long time = time(packet, arrival, shot.key());
        lane.pass(
                new Coded(
                        mark,
                        bytes,
                        shot.key(),
                        time,
                        shownLater(packet),
                        parameters,
                        words(),
                        due));
        if (!any) lane.ready.complete(parameters);
        any = true;
        eyes.offer(shot, at);
    }

    /** A camera that was away may have come back with other parameter sets. */
    private byte[] afterSilence(byte[] bytes) {
        Optional<CodecParameters> now = CodecParameters.of(lane.joints.camera());
        if (now.isEmpty()) return bytes;
        if (Arrays.equals(now.get().extra(), parameters.extra())) {
            now.get().close();
            return bytes;
        }
        parameters = now.get();
        owned.add(parameters);
        // The running file has the old ones in its head; the new ones go before the frame.
        byte[] sets = parameters.extra();
        if (sets.length > 0 && sets[0] == 1) return bytes;
        byte[] all = Arrays.copyOf(sets, sets.length + bytes.length);
        System.arraycopy(bytes, 0, all, sets.length, bytes.length);
        return all;
    }

    private Words words() {
        String remark = lane.remark();
        if (!words.caption().equals(lane.caption())
                || !words.remark().equals(remark)
                || words == Words.BURNT) words = new Words(lane.caption(), station, remark);
        return words;
    }

    /**
     * Returns the time of decoding: the camera's own steps, which the network does not shake, held
     * to the arrival, from which they must not move away.
     */
    private long time(AVPacket packet, long arrival, boolean key) {
        long came = Math.round((arrival - epochNanos) * (Coded.TICKS / 1e9));
        long own = packet.dts() != AV_NOPTS_VALUE ? packet.dts() : packet.pts();
        long time = came;
        long least = 1;
        if (own != AV_NOPTS_VALUE) {
            long ticks = ticks(own, packet);
            // What the camera had in store when it was opened comes at once; the times that follow
            // draw level at half their step, for frames at one and the same moment cannot be shown.
            long step = ticks - lastOwn;
            if (any && step > 0 && step < Coded.TICKS) least = Math.max(1, step / 2);
            lastOwn = ticks;
            if (!any) lead = came - ticks;
            long off = Math.abs(ticks + lead - came);
            if (off > LOST_TICKS || key && off > FAR_TICKS) lead = came - ticks;
            time = ticks + lead;
        }
        time = Math.max(lastTime + least, time);
        lastTime = time;
        return time;
    }

    private static long shownLater(AVPacket packet) {
        if (packet.pts() == AV_NOPTS_VALUE || packet.dts() == AV_NOPTS_VALUE) return 0;
        return Math.max(0, ticks(packet.pts() - packet.dts(), packet));
    }

    private static long ticks(long own, AVPacket packet) {
        AVRational base = packet.time_base();
        if (base.den() == 0) return own;
        return Math.round((double) own * base.num() / base.den() * Coded.TICKS);
    }
}
