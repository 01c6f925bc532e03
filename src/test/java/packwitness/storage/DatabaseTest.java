package packwitness.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.value.Failure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

class DatabaseTest {
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneOffset.UTC);

    @TempDir Path folder;

    @Test
    void workThatFailsLeavesNothingBehind() throws Failure {
        try (Database database = open()) {
            database.write(tx -> tx.run("CREATE TABLE t (x INTEGER NOT NULL)"));
            assertThrows(
                    Failure.class,
                    () ->
                            database.write(tx -> {
                                tx.run("INSERT INTO t VALUES (1)");
                                return tx.run("INSERT INTO t VALUES (NULL)");
                            }));
            assertEquals(0, count(database));
            database.write(tx -> tx.run("INSERT INTO t VALUES (2)"));
            assertEquals(1, count(database), "the connection after a failure writes");
        }
    }

    @Test
    void whatWasWrittenIsThereAfterReopening() throws Failure {
        try (Database database = open()) {
            database.write(tx -> tx.run("CREATE TABLE t (x INTEGER)"));
            database.write(tx -> tx.run("INSERT INTO t VALUES (7)"));
        }
        try (Database database = open()) {
            assertEquals(1, count(database));
        }
    }

    @Test
    void readersCannotWrite() throws Failure {
        try (Database database = open()) {
            assertThrows(
                    Failure.class, () -> database.read(tx -> tx.run("CREATE TABLE t (x INTEGER)")));
        }
    }

    @Test
    void idsAreNeverGivenTwiceByTwoProgramsInOneMillisecond() throws Exception {
        try (Database one = open();
                Database other = open();
                var pool = Executors.newFixedThreadPool(2)) {
            List<Callable<Set<Long>>> jobs = List.of(() -> ids(one), () -> ids(other));
            Set<Long> all = new HashSet<>();
            for (var job : pool.invokeAll(jobs)) all.addAll(job.get());
            assertEquals(400, all.size());
        }
    }

    @Test
    void aDamagedFileIsNamedAndNotWritten() throws Exception {
        Path file = folder.resolve("packwitness.db");
        Files.writeString(
                file, "this is no database, but text of some length to look at".repeat(50));
        Failure failure = assertThrows(Failure.class, this::open);
        assertEquals(StorageProblem.DATABASE_BROKEN, failure.problem());
        assertTrue(Files.readString(file).startsWith("this is no database"));
    }

    private Set<Long> ids(Database database) throws Failure {
        Set<Long> ids = new HashSet<>();
        for (int i = 0; i < 200; i++) ids.add(database.write(Transaction::nextId));
        return ids;
    }

    private Database open() throws Failure {
        return Database.open(folder.resolve("packwitness.db"), NOON, 1);
    }

    private static long count(Database database) throws Failure {
        return database.read(tx -> tx.first("SELECT count(*) AS n FROM t", row -> row.number("n")))
                .orElseThrow();
    }
}
