package packwitness.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.orders.WatchedFolder.Seen;
import packwitness.value.Failure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Files that appear in a folder, whole or not. */
class WatchedFolderTest {
    private static final String HEAD = "商品,订单号,用户实付金额(元),商家编码-规格维度,快递单号\n";
    private static final Instant NOW = ImportWorld.CLOCK.instant();

    @TempDir Path folder;
    private ImportWorld world;
    private WatchedFolder watched;
    private Path inbox;

    @BeforeEach
    void open() throws Exception {
        world = new ImportWorld(folder);
        watched = new WatchedFolder(world.vault, world.orders, ImportWorld.CLOCK);
        inbox = Files.createDirectory(folder.resolve("inbox"));
        watched.watch(Optional.of(inbox));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aFileIsTakenInOnceWhenItHasBeenQuiet() throws Exception {
        put("a.csv", HEAD + "杯,1-1,9.90,A,SF1\n", Duration.ofMinutes(1));
        Seen seen = watched.look().getFirst();
        assertTrue(seen.importId().isPresent());
        assertEquals(1, world.ofWaybill("SF1").size());
        assertEquals(List.of(), watched.look());
        assertEquals(1, watched.seen().size());
    }

    @Test
    void aFileThatIsStillWrittenWaits() throws Exception {
        put("a.csv", HEAD + "杯,1-1,9.90,A,SF1\n杯,1-2,9.9", Duration.ofSeconds(2));
        assertEquals(List.of(), watched.look());
        put("a.csv", HEAD + "杯,1-1,9.90,A,SF1\n杯,1-2,9.90,A,SF2\n", Duration.ofSeconds(6));
        assertTrue(watched.look().getFirst().importId().isPresent());
        assertEquals(1, world.ofWaybill("SF2").size());
    }

    @Test
    void aHalfWrittenFileThatLookedQuietIsTakenInAgainWhenItIsWhole() throws Exception {
        put("a.csv", HEAD + "杯,1-1,9.90,A,SF1\n\"杯,1-2", Duration.ofMinutes(2));
        assertEquals(Optional.of("orders.BROKEN_ROW"), watched.look().getFirst().problem());
        assertEquals(0, world.ofWaybill("SF1").size(), "nothing of it was taken in");
        assertEquals(List.of(), watched.look(), "it is not tried in vain");
        put("a.csv", HEAD + "杯,1-1,9.90,A,SF1\n\"杯\",1-2,9.90,A,SF2\n", Duration.ofMinutes(1));
        assertTrue(watched.look().getFirst().importId().isPresent());
        assertEquals(1, world.ofWaybill("SF2").size());
    }

    @Test
    void aFileThatAnotherProgramHasOpenIsTriedAgain() throws Exception {
        put("a.csv", HEAD + "杯,1-1,9.90,A,SF1\n", Duration.ofMinutes(1));
        boolean[] locked = {true};
        WatchedFolder beside =
                new WatchedFolder(
                        world.vault,
                        file -> {
                            if (!locked[0]) return world.orders.take(file);
                            throw new Failure(
                                    OrdersProblem.UNREADABLE,
                                    new FileSystemException(file.toString(), null, "in use"),
                                    file);
                        },
                        ImportWorld.CLOCK);
        assertEquals(Optional.of("orders.UNREADABLE"), beside.look().getFirst().problem());
        locked[0] = false;
        assertTrue(beside.look().getFirst().importId().isPresent());
        assertEquals(1, world.ofWaybill("SF1").size());
    }

    @Test
    void aBrokenWorkbookIsToldOnceAndNotTriedInVain() throws Exception {
        put("a.xlsx", "PK no workbook", Duration.ofMinutes(1));
        assertTrue(watched.look().getFirst().problem().isPresent());
        assertEquals(List.of(), watched.look());
    }

    @Test
    void theSameFileUnderAnotherNameChangesNothing() throws Exception {
        put("a.csv", HEAD + "杯,1-1,9.90,A,SF1\n", Duration.ofMinutes(2));
        Seen first = watched.look().getFirst();
        String before = world.everything();
        put("a (1).csv", HEAD + "杯,1-1,9.90,A,SF1\n", Duration.ofMinutes(1));
        Seen again = watched.look().getFirst();
        assertEquals(first.importId(), again.importId());
        assertEquals(before, world.everything());
        assertEquals(1, world.orders.history(10).size());
    }

    @Test
    void whatIsNoExportIsLeftAlone() throws Exception {
        put("~$orders.xlsx", "x", Duration.ofMinutes(1));
        put(".a.csv", HEAD + "杯,1-1,9.90,A,SF1\n", Duration.ofMinutes(1));
        put("orders.csv.part", HEAD + "杯,1-1,9.90,A,SF1\n", Duration.ofMinutes(1));
        put("empty.csv", "", Duration.ofMinutes(1));
        Files.createDirectory(inbox.resolve("folder.csv"));
        assertEquals(List.of(), watched.look());
    }

    @Test
    void aFolderThatIsGoneIsAProblemAndComesBack() throws Exception {
        Path away = Files.move(inbox, folder.resolve("away"));
        assertEquals(
                OrdersProblem.NO_FOLDER,
                assertThrows(Failure.class, () -> watched.look()).problem());
        Files.move(away, inbox);
        put("a.csv", HEAD + "杯,1-1,9.90,A,SF1\n", Duration.ofMinutes(1));
        assertEquals(1, watched.look().size());
    }

    private void put(String name, String text, Duration quiet) throws IOException {
        Path file = inbox.resolve(name);
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(quiet)));
    }
}
