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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

class DatabaseTest {
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneOffset.UTC);

    @TempDir Path folder;

    /** The steps fail where their own history is gone, so whether they ran can be seen. */
    @Test
    void stepsAreRunOnlyWhereTheFileHasNotSeenThem() throws Failure {
        try (Database database = open()) {
            database.write(tx -> tx.run("DROP TABLE flyway_schema_history"));
        }
        try (Database database = open()) {
            database.write(tx -> tx.run("PRAGMA user_version = 1"));
        }
        assertThrows(Failure.class, this::open);
    }

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
    void afterAFullDiskWhatWasAcknowledgedIsThereAndNothingHalf() throws Failure {
        try (Database database = open()) {
            database.write(tx -> tx.run("CREATE TABLE t (x INTEGER, filling BLOB)"));
            int acknowledged = 0;
            Failure full = null;
            // The file may not grow further on this connection, as if the disk had no more room.
            for (int i = 0; i < 200 && full == null; i++) {
                try {
                    database.write(tx -> {
                        long pages =
                                tx.first("PRAGMA page_count", row -> row.number("page_count"))
                                        .orElseThrow();
                        tx.first("PRAGMA max_page_count = " + Math.min(pages + 1, 60), row -> 0);
                        tx.run("INSERT INTO t VALUES (1, zeroblob(3000))");
                        return tx.run("INSERT INTO t VALUES (2, zeroblob(3000))");
                    });
                    acknowledged += 2;
                } catch (Failure e) {
                    full = e;
                }
            }
            assertEquals(StorageProblem.DISK_FULL, full.problem());
            assertEquals(acknowledged, count(database), "the first half of the last is not there");
            // Room was made. What fails now must again fail as a whole.
            assertThrows(
                    Failure.class,
                    () ->
                            database.write(tx -> {
                                tx.run("INSERT INTO t VALUES (1, NULL)");
                                return tx.run("INSERT INTO missing VALUES (1)");
                            }));
            assertEquals(acknowledged, count(database));
            database.write(tx -> tx.run("INSERT INTO t VALUES (3, zeroblob(9000))"));
            assertEquals(acknowledged + 1, count(database));
            assertEquals(
                    List.of("ok"),
                    database.read(tx ->
                            tx.list("PRAGMA integrity_check", row -> row.text("integrity_check"))));
        }
    }

    @Test
    void aStatementMayBeAskedAgainWhileItsRowsAreRead() throws Failure {
        try (Database database = open()) {
            database.write(tx -> tx.run("CREATE TABLE t (x INTEGER)"));
            database.write(tx -> tx.run("INSERT INTO t VALUES (1), (2), (3)"));
            String sql = "SELECT x FROM t WHERE x > ? ORDER BY x";
            List<Long> seen = new ArrayList<>();
            database.read(tx -> {
                tx.each(
                        sql,
                        row -> {
                            seen.add(row.number("x"));
                            tx.each(sql, inner -> seen.add(inner.number("x")), 2);
                        },
                        1);
                return true;
            });
            assertEquals(List.of(2L, 3L, 3L, 3L), seen);
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
