package packwitness.ui.kit;

import org.jspecify.annotations.Nullable;

import packwitness.capture.DecodedFrame;
import packwitness.capture.FrameReader;
import packwitness.value.Failure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The film of the second camera, which follows the first one: asked for a time it shows the frame
 * that was seen then, and of many wishes only the newest counts. It has a thread of its own; its
 * methods are for any thread.
 */
final class SideFilm {
    /** Nearer than this it is decoded on; further away it is sought. */
    private static final Duration NEAR = Duration.ofMillis(1500);

    private final Path video;
    private final Consumer<Optional<DecodedFrame>> show;
    private final Consumer<Exception> trouble;
    private final Thread thread;
    private @Nullable Duration wanted;
    private boolean closed;

    private @Nullable DecodedFrame shown;
    private @Nullable DecodedFrame ahead;

    /**
     * @param show is told the frame, or nothing where this film has none at the time
     */
    SideFilm(Path video, Consumer<Optional<DecodedFrame>> show, Consumer<Exception> trouble) {
        this.video = video;
        this.show = show;
        this.trouble = trouble;
        this.thread = Thread.ofPlatform().name("film-2").daemon().unstarted(this::serve);
    }

    void start() {
        thread.start();
    }

    /** Asks for the frame at this time of the film; before its beginning there is none. */
    synchronized void follow(Duration at) {
        wanted = at;
        notifyAll();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    private synchronized Optional<Duration> next() throws InterruptedException {
        while (wanted == null && !closed) wait();
        Duration at = wanted;
        wanted = null;
        return closed || at == null ? Optional.empty() : Optional.of(at);
    }

    private void serve() {
        try (FrameReader reader = FrameReader.open(video)) {
            Duration length = reader.length();
            for (Optional<Duration> at = next(); at.isPresent(); at = next())
                to(reader, at.get(), length);
        } catch (Failure | RuntimeException e) {
            if (!(e instanceof Failure)) Mistakes.log(e);
            trouble.accept(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void to(FrameReader reader, Duration at, Duration length) throws Failure {
        if (at.isNegative() || at.compareTo(length) > 0) {
            shown = null;
            show.accept(Optional.empty());
            return;
        }
        DecodedFrame now = shown;
        boolean near =
                now != null
                        && at.compareTo(now.at()) >= 0
                        && at.minus(now.at()).compareTo(NEAR) < 0;
        if (!near) {
            reader.seek(at);
            ahead = null;
            now = reader.next().orElse(null);
        }
        // The frame on the screen is the last one that is not later than the time.
        while (now != null) {
            DecodedFrame following = ahead != null ? ahead : reader.next().orElse(null);
            ahead = following;
            if (following == null || following.at().compareTo(at) > 0) break;
            now = following;
            ahead = null;
        }
        boolean same = now != null && now == shown;
        shown = now;
        if (!same) show.accept(Optional.ofNullable(now));
    }
}
