package packwitness.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.bench.SmallShop;
import packwitness.value.Failure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Four programs of their own write into one vault at once; a fifth reads it. */
class SeveralProgramsTest {
    private static final int PROGRAMS = 4;
    private static final int ROWS = 15;

    @TempDir Path folder;

    @Test
    void fourProgramsWriteOneUnbrokenLedger() throws Exception {
        long before;
        try (SmallShop shop = SmallShop.open(folder)) {
            before = shop.ledger.size();
        }
        List<Process> programs = new ArrayList<>();
        for (int i = 0; i < PROGRAMS; i++) programs.add(start(i));
        try (SmallShop shop =
                new SmallShop(
                        folder.resolve("vault"), folder.resolve("tsa"), SmallShop.morning())) {
            // A reader never waits for them and always sees a whole ledger.
            while (programs.stream().anyMatch(Process::isAlive)) {
                long size = shop.ledger.size();
                shop.ledger.checkpoint();
                assertEquals(true, shop.ledger.size() >= size);
                Thread.sleep(50);
            }
            for (Process program : programs) {
                String said =
                        new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertEquals(true, program.waitFor(60, TimeUnit.SECONDS), said);
                assertEquals(0, program.exitValue(), said);
            }
            assertEquals(before + (long) PROGRAMS * ROWS, shop.ledger.size());
            Report report = shop.verify(shop.root);
            assertEquals(Outcome.PASSED, report.check("C2").outcome());
            assertEquals(Outcome.PASSED, report.check("C3").outcome());
            assertEquals(Outcome.UNDECIDED, report.check("C8").outcome());
        }
    }

    private Process start(int number) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.toString(),
                        Integer.toString(number))
                .redirectErrorStream(true)
                .start();
    }

    /** What each of the programs does. */
    static final class Writer {
        public static void main(String[] arguments) throws Failure, IOException {
            Path folder = Path.of(arguments[0]);
            try (SmallShop shop =
                    new SmallShop(
                            folder.resolve("vault"), folder.resolve("tsa"), SmallShop.morning())) {
                for (int i = 0; i < ROWS; i++)
                    shop.append(
                            EntryKind.VIEW,
                            Facts.of().with("program", arguments[1]).with("row", i));
            }
        }
    }
}
