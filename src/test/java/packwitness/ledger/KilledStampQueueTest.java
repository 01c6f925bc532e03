package packwitness.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.bench.SetClock;
import packwitness.bench.SmallShop;
import packwitness.value.Failure;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that asks for stamps is killed where it hurts most; the next one goes on. */
class KilledStampQueueTest {
    @TempDir Path folder;

    @Test
    void killedWhileAStampIsOnItsWayNothingIsLostAndNothingStampedTwice() throws Exception {
        SmallShop.open(folder).close();
        long promised = 0;
        for (String moment : List.of("asked", "answered")) promised = killAt(moment);
        SetClock later = SmallShop.morning();
        // Three days without an authority lie between the last kill and the next start.
        later.pass(Duration.ofDays(3));
        try (SmallShop shop =
                new SmallShop(folder.resolve("vault"), folder.resolve("tsa"), later)) {
            assertTrue(shop.ledger.size() > promised, "every promised row is there: " + promised);
            StampState waiting = shop.queue.state();
            assertTrue(waiting.pendingRows() > 0);
            assertTrue(waiting.lag().compareTo(Duration.ofDays(2)) > 0, waiting.lag().toString());
            shop.stamp();
            assertEquals(0, shop.queue.state().pendingRows());
            long twice =
                    shop.vault
                            .database()
                            .read(tx ->
                                    tx.list(
                                                    "SELECT size FROM ledger_stamp GROUP BY size"
                                                            + " HAVING count(*) > 1",
                                                    row -> row.number("size"))
                                            .size());
            assertEquals(0, twice);
            Report report = shop.verify(shop.root);
            for (String check : List.of("C2", "C3", "C4", "C5"))
                assertTrue(
                        report.check(check).outcome() != Outcome.FAILED,
                        report.check(check).findings().toString());
            assertTrue(
                    report.check("C7").findings().stream()
                            .anyMatch(finding -> finding.word().equals("bracket.lag")),
                    "the lag is told");
        }
    }

    /** Kills the program at its second such moment; returns the last row that it promised. */
    private long killAt(String moment) throws Exception {
        Process program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Stamper.class.getName(),
                                folder.toString())
                        .redirectErrorStream(true)
                        .start();
        long promised = -1;
        int met = 0;
        try (BufferedReader said = program.inputReader(StandardCharsets.UTF_8)) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.startsWith("row ")) promised = Long.parseLong(line.substring(4));
                if (line.equals(moment) && ++met == 2) {
                    // SIGKILL where there are signals: no hook of ours runs.
                    program.destroyForcibly();
                    break;
                }
            }
        }
        assertTrue(program.waitFor(60, TimeUnit.SECONDS));
        assertEquals(2, met, "it came so far");
        return promised;
    }

    /** What is killed: rows, checkpoints and stamps without end. */
    static final class Stamper {
        public static void main(String[] arguments) throws Failure, IOException {
            Path folder = Path.of(arguments[0]);
            try (SmallShop shop =
                    new SmallShop(
                            folder.resolve("vault"), folder.resolve("tsa"), SmallShop.morning())) {
                TimestampAuthority slow = new Slow(shop.authority);
                StampQueue queue =
                        new StampQueue(
                                shop.vault.database(), shop.ledger, List.of(slow), shop.clock);
                for (int i = 0; i < 1000; i++) {
                    Entry row = shop.append(EntryKind.VIEW, Facts.of().with("row", i));
                    System.out.println("row " + row.seq());
                    shop.ledger.checkpoint();
                    queue.stampPending();
                }
            }
        }
    }

    /** Tells when it was asked and when it has answered, and takes its time in between. */
    private record Slow(TimestampAuthority real) implements TimestampAuthority {
        @Override
        public String name() {
            return real.name();
        }

        @Override
        public AuthorityKind kind() {
            return real.kind();
        }

        @Override
        public byte[] stamp(byte[] request) throws Failure {
            System.out.println("asked");
            rest();
            byte[] response = real.stamp(request);
            System.out.println("answered");
            return response;
        }

        private static void rest() {
            try {
                TimeUnit.MILLISECONDS.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
