package packwitness.ui.kit;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/**
 * The sound card, fed by a thread of its own; safe for any thread. Where there is no sound card it
 * stays silent and says so.
 */
public final class LoudSpeaker implements Speaker, AutoCloseable {
    private static final int RATE = 44_100;
    private static final AudioFormat FORMAT = new AudioFormat(RATE, 16, 1, true, false);

    // Two waiting tones are enough: a tone that comes late says the wrong thing.
    private final BlockingQueue<Tone> waiting = new LinkedBlockingQueue<>(2);
    private final Thread player;
    private volatile boolean audible;

    private LoudSpeaker(@Nullable SourceDataLine line) {
        audible = line != null;
        player = Thread.ofPlatform().name("speaker").daemon().unstarted(() -> serve(line));
    }

    /** Opens the sound card, or a silent speaker where none can be opened. */
    public static LoudSpeaker open() {
        LoudSpeaker speaker = new LoudSpeaker(line());
        speaker.player.start();
        return speaker;
    }

    @Override
    public void play(Tone tone) {
        if (audible && !waiting.offer(tone)) {
            waiting.poll();
            waiting.offer(tone);
        }
    }

    @Override
    public boolean audible() {
        return audible;
    }

    @Override
    public void close() {
        player.interrupt();
    }

    private void serve(@Nullable SourceDataLine line) {
        if (line == null) return;
        try (line) {
            line.start();
            while (true) {
                byte[] samples = Samples.of(waiting.take(), RATE);
                line.write(samples, 0, samples.length);
                line.drain();
            }
        } catch (InterruptedException closed) {
            audible = false;
        }
    }

    private static @Nullable SourceDataLine line() {
        try {
            SourceDataLine line = AudioSystem.getSourceDataLine(FORMAT);
            line.open(FORMAT);
            return line;
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
            System.getLogger("packwitness.ui").log(System.Logger.Level.INFO, "no sound card", e);
            return null;
        }
    }
}
