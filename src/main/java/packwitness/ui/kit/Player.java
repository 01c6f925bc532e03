package packwitness.ui.kit;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import packwitness.capture.DecodedFrame;
import packwitness.capture.FrameReader;
import packwitness.value.Failure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Plays a video file frame by frame with our own decoder, on a thread of its own while a film is
 * open; a second camera's film of the same take follows it on one clock. Its methods and properties
 * are for the FX thread only.
 */
public final class Player {
    /** A decoded picture: blue, green, red, opaque. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Still(int width, int height, byte[] bgra, long index, Duration at) {}

    /**
     * The film of another camera of the same take.
     *
     * @param later how much later it begins than the first one; negative where it begins earlier
     */
    public record Second(Path video, Duration later) {}

    private static final int FASTEST = 4;
    private static final int MOST_SKIPPED = 8;
    private static final Duration REVERSE_STRIDE = Duration.ofMillis(200);
    private static final Duration SHORTER_THAN_A_FRAME = Duration.ofMillis(12);

    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<Still>> frame =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Still>> side =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper hasSecond = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Duration> length =
            new ReadOnlyObjectWrapper<>(Duration.ZERO);
    private final ReadOnlyIntegerWrapper speed = new ReadOnlyIntegerWrapper(0);
    private final ObjectProperty<@Nullable Exception> trouble = new SimpleObjectProperty<>();
    private @Nullable Film film;

    public Player(Background background) {
        this.background = background;
    }

    /** Returns the picture that is shown. */
    public ReadOnlyObjectProperty<Optional<Still>> frame() {
        return frame.getReadOnlyProperty();
    }

    /** Returns the picture of the second camera at the same moment, where it has one. */
    public ReadOnlyObjectProperty<Optional<Still>> side() {
        return side.getReadOnlyProperty();
    }

    /** Returns whether a second camera's film is open. */
    public ReadOnlyBooleanProperty hasSecond() {
        return hasSecond.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Duration> length() {
        return length.getReadOnlyProperty();
    }

    /** Returns 0 while it stands, 1, 2 or 4 forwards, -1 backwards. */
    public ReadOnlyIntegerProperty speed() {
        return speed.getReadOnlyProperty();
    }

    public ObjectProperty<@Nullable Exception> trouble() {
        return trouble;
    }

    /** Opens a video at this point of it; what was open before is closed. */
    public void open(Path video, Duration at) {
        open(video, Optional.empty(), at);
    }

    /** Opens a video with that of a second camera beside it. */
    public void open(Path video, Optional<Second> second, Duration at) {
        close();
        Film next = new Film(video, second, at);
        film = next;
        hasSecond.set(second.isPresent());
        next.start();
    }

    /** Closes what is open; shows nothing. */
    public void close() {
        Film old = film;
        film = null;
        if (old != null) old.ask(new Close());
        frame.set(Optional.empty());
        side.set(Optional.empty());
        hasSecond.set(false);
        length.set(Duration.ZERO);
        speed.set(0);
        trouble.set(null);
    }

    public void toggle() {
        run(speed.get() == 0 ? 1 : 0);
    }

    /** L: forwards, faster each time. */
    public void faster() {
        run(speed.get() <= 0 ? 1 : Math.min(FASTEST, speed.get() * 2));
    }

    /** J: backwards. */
    public void backwards() {
        run(-1);
    }

    /** K: stands. */
    public void pause() {
        run(0);
    }

    /** Goes so many frames on, or back where negative, and stands. */
    public void step(int frames) {
        run(0);
        send(new Step(frames));
    }

    public void seek(Duration at) {
        send(new Seek(at.isNegative() ? Duration.ZERO : at));
    }

    private void run(int next) {
        if (film == null) return;
        speed.set(next);
        send(new Run(next));
    }

    private void send(Command command) {
        if (film != null) film.ask(command);
    }

    private sealed interface Command {}

    private record Run(int speed) implements Command {}

    private record Seek(Duration at) implements Command {}

    private record Step(int frames) implements Command {}

    private record Close() implements Command {}

    /** The thread of one open film. */
    private final class Film {
        private final Path video;
        private final Duration start;
        private final Thread thread;
        private final Optional<SideFilm> other;
        private final Duration later;
        private final BlockingQueue<Command> commands = new LinkedBlockingQueue<>();
        private Duration at = Duration.ZERO;
        private int pace;
        private long due;
        private int skipped;

        Film(Path video, Optional<Second> second, Duration start) {
            this.video = video;
            this.start = start;
            this.later = second.map(Second::later).orElse(Duration.ZERO);
            this.other = second.map(two -> new SideFilm(two.video(), this::beside, this::fail));
            this.thread = Thread.ofPlatform().name("film").daemon().unstarted(this::serve);
        }

        void start() {
            thread.start();
            other.ifPresent(SideFilm::start);
        }

        void ask(Command command) {
            commands.add(command);
        }

        private void serve() {
            try (FrameReader reader = FrameReader.open(video)) {
                Duration whole = reader.length();
                tell(() -> length.set(whole));
                jump(reader, start);
                while (act(reader)) {}
            } catch (Failure | RuntimeException e) {
                if (!(e instanceof Failure)) Mistakes.log(e);
                fail(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                other.ifPresent(SideFilm::close);
            }
        }

        private void fail(Exception e) {
            tell(() -> {
                speed.set(0);
                trouble.set(e);
            });
        }

        private void beside(Optional<DecodedFrame> next) {
            Optional<Still> still = next.map(Film::still);
            tell(() -> side.set(still));
        }

        /** Carries out one command or shows one frame; says whether to go on. */
        private boolean act(FrameReader reader) throws Failure, InterruptedException {
            Command command =
                    pace == 0
                            ? commands.take()
                            : commands.poll(due - System.nanoTime(), TimeUnit.NANOSECONDS);
            switch (command) {
                case null -> advance(reader);
                case Run(int wanted) -> {
                    if (wanted > 0 && atEnd()) jump(reader, Duration.ZERO);
                    pace = wanted;
                    due = System.nanoTime();
                }
                case Seek(Duration to) -> {
                    // Of a slider's many wishes only the last one counts.
                    if (!(commands.peek() instanceof Seek)) jump(reader, to);
                }
                case Step(int frames) -> step(reader, frames);
                case Close() -> {
                    return false;
                }
            }
            return true;
        }

        private boolean atEnd() {
            return at.plus(REVERSE_STRIDE).compareTo(length.get()) >= 0;
        }

        private void advance(FrameReader reader) throws Failure {
            if (pace < 0) {
                if (at.isZero()) stand();
                Duration to = at.minus(REVERSE_STRIDE);
                jump(reader, to.isNegative() ? Duration.ZERO : to);
                due += REVERSE_STRIDE.toNanos();
                return;
            }
            Duration before = at;
            Optional<DecodedFrame> next = reader.next();
            if (next.isEmpty()) {
                stand();
                return;
            }
            // Played fast, more frames come than can be drawn; each is decoded, not each is shown.
            boolean late = pace > 1 && System.nanoTime() > due && skipped < MOST_SKIPPED;
            if (late) {
                skipped++;
                at = next.get().at();
            } else {
                skipped = 0;
                show(next.get());
            }
            due += Math.max(0, at.minus(before).toNanos()) / pace;
            // After a hiccup it goes on from now instead of racing to catch up.
            due = Math.max(due, System.nanoTime() - REVERSE_STRIDE.toNanos());
        }

        private void stand() {
            pace = 0;
            tell(() -> speed.set(0));
        }

        private void step(FrameReader reader, int frames) throws Failure {
            pace = 0;
            if (frames > 0) {
                for (int i = 0; i < frames; i++) reader.next().ifPresent(this::show);
                return;
            }
            Duration to = at;
            for (int i = 0; i < -frames; i++) to = to.minus(SHORTER_THAN_A_FRAME);
            jump(reader, to.isNegative() ? Duration.ZERO : to);
        }

        private void jump(FrameReader reader, Duration to) throws Failure {
            reader.seek(to);
            reader.next().ifPresent(this::show);
        }

        private void show(DecodedFrame next) {
            at = next.at();
            other.ifPresent(film -> film.follow(at.minus(later)));
            Still still = still(next);
            tell(() -> frame.set(Optional.of(still)));
        }

        private static Still still(DecodedFrame next) {
            return new Still(next.width(), next.height(), next.bgra(), next.index(), next.at());
        }

        private void tell(Runnable news) {
            background.show(() -> {
                if (film == this) news.run();
            });
        }
    }
}
