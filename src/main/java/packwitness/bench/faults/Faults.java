package packwitness.bench.faults;

import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Lets one fault after the other happen and tells of each what came to light and what was kept. */
public final class Faults {
    /** How these faults are made; printed with every run. */
    public static final List<String> MADE_BY =
            List.of(
                    "cameras: the built-in scene and multipart MJPEG files behind a camera that"
                            + " misbehaves; no real device",
                    "disk: a watched disk in front of the real one that refuses or delays calls on"
                            + " the files of takes; no real device",
                    "index locked: by a connection of its own, as another program would hold it",
                    "no room for the index: by SQLite's own limit of pages",
                    "clock: by an offset on the clock that the program reads");

    private static final long PATIENCE_MILLIS = 12_000;
    private static final long DISARM_SECONDS = 20;

    private final Path folder;
    private final Clock clock;
    private final Consumer<Map<String, Object>> lines;
    private final List<String> silent = new ArrayList<>();
    private final List<String> late = new ArrayList<>();
    private final List<String> withoutRow = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private int kinds;

    public Faults(Path folder, Clock clock, Consumer<Map<String, Object>> lines) {
        this.folder = folder;
        this.clock = clock;
        this.lines = lines;
    }

    /** Runs all faults whose name contains the text. */
    public void run(String only) throws Failure, IOException, InterruptedException {
        List<Fault> all = new ArrayList<>();
        all.addAll(new CameraFaults(folder, pictures()).all());
        all.addAll(DiskFaults.all());
        all.addAll(DeskFaults.all());
        int number = 0;
        for (Fault fault : all) {
            number++;
            if (fault.name().contains(only)) run(fault, folder.resolve("fault-" + number));
        }
    }

    /** Returns how many kinds were tried. */
    public int kinds() {
        return kinds;
    }

    public boolean holds() {
        return silent.isEmpty() && late.isEmpty() && withoutRow.isEmpty() && wrong.isEmpty();
    }

    public Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("kinds", kinds);
        figures.put("silent", silent);
        figures.put("late", late);
        figures.put("without_row", withoutRow);
        figures.put("wrong_afterwards", wrong);
        return figures;
    }

    private Pictures pictures() throws Failure, IOException, InterruptedException {
        Path place = folder.resolve("good");
        try (Station station = new Station(place, clock)) {
            station.record();
            Thread.sleep(1500);
            station.desk.disarm();
            station.desk.finishStills();
        }
        try (Stream<Path> files = Files.walk(place.resolve("videos"))) {
            return new Pictures(
                    files.filter(file -> file.toString().endsWith(".mp4"))
                            .findFirst()
                            .orElseThrow());
        }
    }

    private void run(Fault fault, Path place) throws InterruptedException {
        kinds++;
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("fault", fault.name());
        Fault.Struck struck = new Fault.Struck();
        Optional<Station.Heard> alarm = Optional.empty();
        try {
            Station station = new Station(place, clock);
            long since = fault.doing().strike(station, struck);
            if (fault.must() == Fault.Told.ALARM) {
                long passed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
                alarm = station.alarm(since, Math.max(PATIENCE_MILLIS - passed, 10));
            }
            alarm.ifPresent(told -> line.put("alarm", told.name()));
            told(fault, line, since, alarm, struck);
            fault.mending().mend(station);
            close(station, line);
        } catch (Exception e) {
            // Whatever comes out here was thrown at the people at the table.
            line.put("thrown", e.toString());
            wrong.add(fault.name());
        }
        Aftermath after = Aftermath.of(place, clock);
        boolean row = alarm.isEmpty() || after.alarms().contains(alarm.get().name());
        if (alarm.isPresent()) line.put("row", row);
        if (!row) withoutRow.add(fault.name());
        after.tell(line);
        boolean bad = !after.wrong().isEmpty() || !after.adds();
        // What is gone was taken away by the fault itself; that it is told is all there can be.
        if (bad && !fault.name().contains("removed")) wrong.add(fault.name());
        lines.accept(line);
    }

    private void told(
            Fault fault,
            Map<String, Object> line,
            long since,
            Optional<Station.Heard> alarm,
            Fault.Struck struck) {
        if (!struck.answer().isEmpty()) {
            line.put("answer", struck.answer());
            line.put("answer_ms", TimeUnit.NANOSECONDS.toMillis(struck.answeredNanos() - since));
        }
        if (fault.must() == Fault.Told.NOTHING_LOST) {
            line.put("silent", false);
            return;
        }
        line.put("bound_ms", fault.boundMillis());
        boolean byAnswer = fault.must() == Fault.Told.ANSWER && !struck.answer().isEmpty();
        long when = alarm.map(Station.Heard::nanos).orElse(struck.answeredNanos());
        boolean heard = alarm.isPresent() || byAnswer;
        line.put("silent", !heard);
        if (!heard) {
            silent.add(fault.name());
            return;
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(when - since);
        if (alarm.isPresent()) line.put("alarm_ms", millis);
        if (millis > fault.boundMillis()) late.add(fault.name());
    }

    /** Disarms as a person would, who waits no longer than so long. */
    private void close(Station station, Map<String, Object> line) throws InterruptedException {
        long began = System.nanoTime();
        Thread closing =
                Thread.ofPlatform()
                        .daemon()
                        .name("disarm")
                        .start(() -> {
                            station.desk.disarm();
                            station.desk.finishStills();
                            station.close();
                        });
        closing.join(TimeUnit.SECONDS.toMillis(DISARM_SECONDS));
        line.put("disarm_ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        if (closing.isAlive()) {
            line.put("disarm_hangs", true);
            wrong.add(line.get("fault") + ": disarming hangs");
            station.camera.ifPresent(camera -> camera.mood(BadCamera.Mood.GOOD));
            closing.join(TimeUnit.SECONDS.toMillis(DISARM_SECONDS));
        }
    }
}
