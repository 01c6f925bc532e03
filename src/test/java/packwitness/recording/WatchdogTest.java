package packwitness.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import packwitness.capture.Camera;
import packwitness.capture.Cameras;
import packwitness.capture.Shot;
import packwitness.value.Failure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

class WatchdogTest {
    private static final String LIVE = "demo:?size=320x180&fps=30";

    @TempDir Path folder;

    /** A clock that goes with the machine's and can be set. */
    private static final class SetClock extends Clock {
        final AtomicLong seconds = new AtomicLong();

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochSecond(1_700_000_000)
                    .plusNanos(System.nanoTime())
                    .plusSeconds(seconds.get());
        }
    }

    private static RecorderSettings settings() {
        return RecorderSettings.of("", ZoneOffset.UTC).withLooking(false, true);
    }

    private static long jumps(Heard heard) {
        return heard.alarms.stream()
                .filter(a -> a.kind() == RecorderAlarm.Kind.CLOCK_JUMPED)
                .count();
    }

    @Test
    void clockThatIsSetForwardOrBackIsToldEachTime() throws Exception {
        SetClock clock = new SetClock();
        Heard heard = new Heard();
        Camera camera = Cameras.open(LIVE, clock);
        try (Recorder recorder = Recorder.arm(camera, settings(), heard, clock)) {
            assertFalse(recorder.status().ended());
            clock.seconds.set(3600);
            Station.await(() -> jumps(heard) == 1);
            clock.seconds.set(-90);
            Station.await(() -> jumps(heard) == 2);
        }
        assertTrue(Duration.parse(heard.alarms.get(0).detail()).toSeconds() > 3500);
        assertTrue(Duration.parse(heard.alarms.get(1).detail()).toSeconds() < -3600);
    }

    @Test
    void takeThatBeginsDoesNotHideAJumpOfTheClock() throws Exception {
        SetClock clock = new SetClock();
        Heard heard = new Heard();
        Camera camera = Cameras.open(LIVE, clock);
        try (Recorder recorder = Recorder.arm(camera, settings(), heard, clock)) {
            clock.seconds.set(60);
            recorder.begin(
                    new TakeFile(
                            new packwitness.value.TakeId(1),
                            folder.resolve("1.part"),
                            folder.resolve("1.mp4")),
                    "",
                    System.nanoTime());
            Station.await(() -> jumps(heard) == 1);
        }
    }

    @Test
    void clockThatStandsStillIsTold() throws Exception {
        Clock fixed = Clock.fixed(Instant.parse("2026-11-23T04:00:00Z"), ZoneOffset.UTC);
        Heard heard = new Heard();
        Camera camera = Cameras.open(LIVE, fixed);
        try (Recorder recorder = Recorder.arm(camera, settings(), heard, fixed)) {
            Station.await(() -> jumps(heard) == 1);
            assertTrue(recorder.status().cameraThere());
        }
    }

    @Test
    void takeWhoseBytesDoNotReachTheDiskIsTold() throws Exception {
        CountDownLatch moving = new CountDownLatch(1);
        Disk stuck =
                part -> {
                    Disk.Outlet real = Disk.real().create(part);
                    return new Disk.Outlet() {
                        @Override
                        public void write(ByteBuffer bytes) throws IOException {
                            real.write(bytes);
                        }

                        @Override
                        public void force() throws IOException {
                            try {
                                moving.await();
                            } catch (InterruptedException e) {
                                throw new IOException(e);
                            }
                            real.force();
                        }

                        @Override
                        public void close() throws IOException {
                            real.close();
                        }
                    };
                };
        Station station = new Station(folder, Cameras.open(LIVE, Clock.systemUTC()), stuck, false);
        try (station) {
            station.frames(5);
            assertFalse(station.alarmed(RecorderAlarm.Kind.NO_BYTES));
            station.begin(1);
            Station.await(() -> station.alarmed(RecorderAlarm.Kind.NO_BYTES));
            moving.countDown();
            Station.await(() -> station.alarmed(RecorderAlarm.Kind.BYTES_AGAIN));
        }
        assertEquals(1, station.heard.sealed.size());
    }

    @Test
    @Timeout(60)
    void cameraThatHangsForGoodDoesNotHoldUpTheClosingAndNothingIsToldAfterwards()
            throws Exception {
        AtomicBoolean hang = new AtomicBoolean();
        CountDownLatch letGo = new CountDownLatch(1);
        Camera hung =
                new BentCamera(LIVE, picture -> picture) {
                    @Override
                    public Optional<Shot> next() throws Failure {
                        if (hang.get()) {
                            try {
                                letGo.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            throw new Failure(
                                    packwitness.capture.CaptureProblem.CAMERA_LOST, "x", "late");
                        }
                        return super.next();
                    }

                    @Override
                    public void close() {
                        if (!hang.get()) {
                            super.close();
                            return;
                        }
                        try {
                            letGo.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }
                };
        Station station = new Station(folder, hung, Disk.real(), false);
        station.begin(1);
        station.frames(20);
        hang.set(true);
        long begun = System.nanoTime();
        station.close();
        assertTrue(System.nanoTime() - begun < 20_000_000_000L, "closed in spite of the camera");
        assertEquals(1, station.heard.sealed.size());
        int told = station.heard.alarms.size();
        letGo.countDown();
        Thread.sleep(300);
        assertEquals(told, station.heard.alarms.size(), "quiet after close");
    }

    @Test
    void pictureThatStandsStillForTheDeskIsTimed() throws Exception {
        Station station = new Station(folder, Station.FAST);
        try (station) {
            station.frames(60);
            assertTrue(station.recorder.stillFor().toSeconds() < 2, "the scene moves");
            assertEquals(Duration.ZERO, station.recorder.emptyFor());
        }
    }
}
