package packwitness.recording;

import org.bytedeco.ffmpeg.avutil.AVFrame;

import packwitness.value.Failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the encoder: the wished ones in order, hardware only where it passes its self-test, then
 * our software. One thread, but for the facts.
 */
final class Encoders {
    private final EncoderChoice choice;
    private final FrameEncoder.Opener opener;
    private volatile EncoderFacts facts = EncoderFacts.NONE;

    Encoders(EncoderChoice choice, FrameEncoder.Opener opener) {
        this.choice = choice;
        this.opener = opener;
    }

    EncoderFacts facts() {
        return facts;
    }

    /** Opens the first encoder of the ladder that is there and does what it should. */
    FrameEncoder first(AVFrame like, double framesPerSecond) throws Failure {
        List<String> refused = new ArrayList<>();
        for (String name : choice.ladder()) {
            FrameEncoder.Wish wish =
                    new FrameEncoder.Wish(name, choice.preset(), 0, framesPerSecond);
            Optional<EncoderFacts.SelfTest> test = Optional.empty();
            try {
                if (EncoderChoice.isHardware(name)) {
                    test = Optional.of(SelfTest.of(opener, wish, like));
                    if (!test.get().passed()) {
                        refused.add(name + ": " + test.get().line());
                        continue;
                    }
                }
                FrameEncoder open = opener.open(wish, like);
                String preset = name.equals(RecorderSettings.X264) ? choice.preset() : "";
                facts = new EncoderFacts(name, preset, false, test, refused);
                return open;
            } catch (Failure e) {
                refused.add(name + ": " + reason(e));
            }
        }
        throw new Failure(RecordingProblem.ENCODER_FAILED, String.join("; ", refused));
    }

    private static String reason(Failure e) {
        return e.details().isEmpty() ? e.problem().key() : String.valueOf(e.details().getFirst());
    }

    /** Opens the same encoder with another preset, its parameter sets numbered anew. */
    FrameEncoder again(String preset, int sets, AVFrame like, double framesPerSecond)
            throws Failure {
        EncoderFacts now = facts;
        FrameEncoder open =
                opener.open(
                        new FrameEncoder.Wish(now.encoder(), preset, sets, framesPerSecond), like);
        facts = new EncoderFacts(now.encoder(), preset, false, now.selfTest(), now.refused());
        return open;
    }
}
