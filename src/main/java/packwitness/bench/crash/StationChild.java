package packwitness.bench.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The real program's station in a process of its own: scans go in, its event lines are its
 * promises. One thread feeds it; another reads.
 */
final class StationChild {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MAIN = "packwitness.app.Main";

    private final Process process;
    private final OutputStream scans;
    private final Promises promises = new Promises();
    private final CountDownLatch armed = new CountDownLatch(1);
    private final Thread reader;
    private volatile String lastWords = "";

    private StationChild(Process process) {
        this.process = process;
        scans = process.getOutputStream();
        reader = Thread.ofPlatform().name("station-events").daemon().start(this::read);
    }

    /** Starts a station of this very program. */
    static StationChild start(Path vault, Path settings, ClassArchive classes, String camera)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Djava.awt.headless=true"));
        command.addAll(classes.options());
        String modules = System.getProperty("jdk.module.path", "");
        if (!modules.isEmpty()) command.addAll(List.of("--module-path", modules));
        command.addAll(List.of("-cp", classes.path(), MAIN));
        command.addAll(
                List.of("station", "--camera", camera, "--vault", vault.toString(), "--lang=en"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("XDG_CONFIG_HOME", settings.toString());
        builder.environment().put("LOCALAPPDATA", settings.toString());
        return new StationChild(builder.start());
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) hear(line);
        } catch (IOException killed) {
            // The end of the child is what this is about.
        }
    }

    private void hear(String line) {
        JsonNode event;
        try {
            event = JSON.readTree(line);
        } catch (IOException noEvent) {
            // Half a line, cut by the kill, promises nothing.
            lastWords = line;
            return;
        }
        switch (event.path("event").asText()) {
            case "armed" -> armed.countDown();
            case "scan" ->
                    promises.scanned(
                            event.path("kind").asText(),
                            event.path("take").asLong(),
                            Instant.parse(event.path("at").asText())
                                    .minus(
                                            Duration.ofNanos(
                                                    Math.round(
                                                            event.path("durable_ms").asDouble()
                                                                    * 1e6))));
            case "segment" ->
                    promises.segment(event.path("take").asLong(), event.path("segment").asInt());
            case "sealed" ->
                    promises.sealed(event.path("take").asLong(), event.path("sha256").asText());
            case "damaged" -> promises.damaged(event.path("take").asLong());
            default -> lastWords = line;
        }
    }

    /** Waits until the station is armed; false where it is not within the time. */
    boolean awaitArmed(long seconds) throws InterruptedException {
        for (long i = 0; i < seconds * 20 && process.isAlive(); i++)
            if (armed.await(50, TimeUnit.MILLISECONDS)) return true;
        return armed.getCount() == 0;
    }

    void scan(String line) throws IOException {
        scans.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        scans.flush();
    }

    /** Ends the input and waits for an orderly end. */
    boolean finish(long seconds) throws IOException, InterruptedException {
        scans.close();
        boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
        if (!ended) process.toHandle().destroyForcibly();
        return ended;
    }

    /** Kills it (signal 9) and returns the moment before; what it had told is read to its end. */
    Instant kill(Clock clock) throws InterruptedException {
        Instant before = clock.instant();
        // The process itself would close its output, with lines still in it.
        process.toHandle().destroyForcibly();
        process.waitFor();
        reader.join(TimeUnit.SECONDS.toMillis(20));
        return before;
    }

    Promises promises() {
        return promises;
    }

    /** Returns the newest line that was no event, for a report of what went wrong. */
    String lastWords() {
        return lastWords;
    }
}
