package packwitness.bench;

import packwitness.value.Failure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The display that is there, or one of our own by Xvfb, which ends with it. */
final class OwnDisplay implements AutoCloseable {
    private final String name;
    private final AutoCloseable end;

    private OwnDisplay(String name, AutoCloseable end) {
        this.name = name;
        this.end = end;
    }

    /**
     * Opens it.
     *
     * @throws Failure where there is none and no Xvfb either
     */
    static OwnDisplay open(BenchRun run) throws Failure {
        String given = System.getenv("DISPLAY");
        if (given != null && !given.isBlank()) return new OwnDisplay(given, () -> {});
        try {
            Process server =
                    new ProcessBuilder(
                                    "Xvfb",
                                    "-displayfd",
                                    "1",
                                    "-screen",
                                    "0",
                                    "1366x768x24",
                                    "-nolisten",
                                    "tcp")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            BufferedReader said =
                    new BufferedReader(
                            new InputStreamReader(
                                    server.getInputStream(), StandardCharsets.US_ASCII));
            String number = said.readLine();
            if (number == null) throw run.needs("DISPLAY | Xvfb");
            return new OwnDisplay(":" + number.strip(), server::destroy);
        } catch (IOException e) {
            throw run.needs("DISPLAY | Xvfb");
        }
    }

    String name() {
        return name;
    }

    @Override
    public void close() {
        try {
            end.close();
        } catch (Exception e) {
            System.getLogger("packwitness.bench").log(System.Logger.Level.WARNING, "display", e);
        }
    }
}
