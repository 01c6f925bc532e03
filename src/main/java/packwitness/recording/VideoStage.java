package packwitness.recording;

import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

import packwitness.capture.Picture;
import packwitness.capture.Shot;
import packwitness.capture.ShotDecoder;
import packwitness.value.Failure;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The thread that decodes, draws the text, and encodes; decoder and encoder are touched by it
 * alone. An order is tied to the first frame that arrived at its time or later, and a take begins
 * with a key frame made for it.
 */
final class VideoStage implements Stage {
    private static final long KEY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long POLL_MILLIS = 50;
    private static final String LIGHTEST = "ultrafast";

    private record Going(
            long number, long arrivalNanos, Instant at, long time, List<Order> orders) {}

    private final Lane lane;
    private final RecorderSettings settings;
    private final Encoders encoders;
    private final StillnessCheck stillness;
    private final PictureCheck check;
    private final List<CodecParameters> owned;
    private final ArrayDeque<Going> inEncoder = new ArrayDeque<>();
    private @Nullable FrameEncoder encoder;
    private @Nullable CodecParameters parameters;
    private @Nullable Overlay overlay;
    private boolean light;
    private boolean any;
    private long epochNanos;
    private long lastTime;
    private long lastKeyNanos;
    private long lastInNanos;

    VideoStage(
            Lane lane,
            RecorderSettings settings,
            FrameEncoder.Opener opener,
            StillnessCheck stillness,
            List<CodecParameters> owned) {
        this.lane = lane;
        this.settings = settings;
        this.stillness = stillness;
        this.owned = owned;
        check = new PictureCheck(lane.joints.watch(), !lane.joints.camera().patient());
        encoders = new Encoders(settings.encoder(), opener);
    }

    @Override
    public EncoderFacts environment() {
        return encoders.facts();
    }

    @Override
    public void run() {
        lane.run(
                this::work,
                () -> {
                    if (encoder != null) encoder.close();
                });
    }

    private void work() throws Failure, InterruptedException {
        Intake intake = lane.joints.intake();
        try (ShotDecoder decoder = lane.joints.camera().decoder()) {
            boolean ended = false;
            while (true) {
                Optional<Shot> shot = intake.poll(POLL_MILLIS);
                if (shot.isPresent()) {
                    try (Shot one = shot.get()) {
                        put(decoder, one);
                        pictures(decoder);
                        check.shot(one.arrivalNanos(), decoder.damaged());
                    }
                } else if (intake.drained()) {
                    if (!ended) {
                        decoder.end();
                        pictures(decoder);
                        ended = true;
                        if (!intake.closed()) lane.joints.watch().sourceEnded();
                        if (!any) break;
                    }
                    if (intake.closed()) break;
                    lane.late(true);
                    Thread.sleep(POLL_MILLIS);
                } else {
                    lane.late(false);
                }
            }
            if (encoder != null) encoder.finish(this::out);
            lane.late(true);
        }
    }

    private void put(ShotDecoder decoder, Shot shot) throws Failure {
        // A picture that stands alone need not even be decoded to be left out.
        if (!lane.joints.camera().interCoded() && leftOut(shot.number())) {
            check.picture(shot.arrivalNanos());
            return;
        }
        decoder.put(shot);
    }

    private boolean leftOut(long number) {
        boolean out = (number & 1) == 1 && lane.joints.load().atLeast(LoadStep.HALF_RATE);
        if (out) lane.joints.drops().drop(number, Gap.Cause.RATE_HALVED);
        return out;
    }

    private void pictures(ShotDecoder decoder) throws Failure, InterruptedException {
        Optional<Picture> picture = decoder.take();
        while (picture.isPresent()) {
            check.picture(picture.get().arrivalNanos());
            boolean coded = lane.joints.camera().interCoded();
            if (!coded || !leftOut(picture.get().number())) picture(picture.get());
            picture = decoder.take();
        }
    }

    private void picture(Picture picture) throws Failure {
        AVFrame frame = picture.frame();
        long arrival = picture.arrivalNanos();
        stillness.see(frame, arrival);
        List<Order> due = lane.due(picture.number(), arrival);
        boolean begins = due.stream().anyMatch(Order.Begin.class::isInstance);
        FrameEncoder open = encoder(frame, arrival, begins);
        Instant at = lane.joints.time().at(arrival);
        if (overlay != null)
            overlay.draw(
                    frame, at, lane.caption(), (settings.station() + "  " + lane.remark()).strip());
        boolean key =
                begins
                        || arrival - lastKeyNanos >= KEY_NANOS - lane.frameNanos() / 2
                        || arrival - lastInNanos >= 2 * KEY_NANOS;
        if (key) lastKeyNanos = arrival;
        lastInNanos = arrival;
        long time =
                Math.max(lastTime + 1, Math.round((arrival - epochNanos) * (Coded.TICKS / 1e9)));
        lastTime = time;
        inEncoder.add(new Going(picture.number(), arrival, at, time, due));
        open.put(frame, time, key, this::out);
        frame.pict_type(AV_PICTURE_TYPE_NONE);
        for (Tap tap : lane.joints.taps()) tap.offer(frame, picture.number(), arrival, at);
    }

    private FrameEncoder encoder(AVFrame frame, long arrival, boolean begins) throws Failure {
        FrameEncoder open = encoder;
        double rate = lane.joints.camera().facts().framesPerSecond();
        if (open == null) {
            open = encoders.first(frame, rate);
            tellFallback(open.name());
            overlay = new Overlay(frame.width(), frame.height(), settings.zone());
            epochNanos = arrival;
            lastTime = -1;
            lastKeyNanos = arrival - KEY_NANOS;
            lastInNanos = arrival;
            encoder = open;
            parameters = own(open.parameters());
            return open;
        }
        boolean wanted = lane.joints.load().atLeast(LoadStep.PRESET);
        if (!begins || wanted == light || !open.name().equals(RecorderSettings.X264)) return open;
        return lighter(open, wanted, frame, rate);
    }

    /** The pre-roll of the next takes is of both encoders, so the parameter sets of both stay. */
    private FrameEncoder lighter(FrameEncoder open, boolean wanted, AVFrame frame, double rate)
            throws Failure {
        String preset = wanted ? LIGHTEST : settings.encoder().preset();
        FrameEncoder next = encoders.again(preset, wanted ? 1 : 0, frame, rate);
        light = wanted;
        open.finish(this::out);
        open.close();
        encoder = next;
        CodecParameters before = parameters;
        CodecParameters fresh = next.parameters();
        if (before != null && !before.holds(fresh)) {
            parameters = own(before.then(fresh));
            fresh.close();
        } else {
            fresh.close();
        }
        return next;
    }

    private CodecParameters own(CodecParameters made) {
        owned.add(made);
        return made;
    }

    private void tellFallback(String name) {
        if (environment().refused().isEmpty()) return;
        lane.joints
                .watch()
                .alarm(
                        RecorderAlarm.Kind.ENCODER_FALLBACK,
                        name + "; " + String.join("; ", environment().refused()));
    }

    private void out(FrameEncoder.Packet packet, int key) {
        Going going = inEncoder.poll();
        while (going != null && going.time < packet.time()) {
            // The encoder gave nothing out for this one; what was ordered with it comes next.
            lane.joints.drops().drop(going.number, Gap.Cause.ENCODER);
            Going next = inEncoder.poll();
            if (next != null) next.orders.addAll(0, going.orders);
            going = next;
        }
        CodecParameters known = parameters;
        if (going == null || known == null) return;
        Mark mark =
                new Mark(
                        going.number,
                        going.arrivalNanos,
                        going.at,
                        lane.gapBefore(going.number, going.arrivalNanos));
        lane.pass(
                new Coded(
                        mark,
                        packet.bytes(),
                        key != 0,
                        packet.time(),
                        0,
                        known,
                        Words.BURNT,
                        going.orders));
        if (!any) lane.ready.complete(known);
        any = true;
    }
}
