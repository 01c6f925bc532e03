package packwitness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.inspect.compare.SyntheticPairs;
import packwitness.inspect.compare.SyntheticPairs.Kind;
import packwitness.shop.ShopSettings;
import packwitness.value.Lang;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The same input gives the same bytes, wherever and whenever it is asked. */
class InspectCommandTest {
    @TempDir Path folder;

    @Test
    void samePicturesGiveTheSameLineFromAnotherFolderAndAtAnotherTime() throws Exception {
        SyntheticPairs.Pair pair = new SyntheticPairs(11).drawn(0, Kind.STAIN);
        String first = line(pair, "one", "2026-11-23T01:02:03Z");
        assertEquals(first, line(pair, "another/deeper", "2026-11-23T22:10:59Z"));
        assertTrue(first.contains("\"changed\":true"), first);
        assertTrue(first.contains("\"error_rates\""), first);
        assertFalse(first.contains(folder.toString()), first);
        // The day counts, because certificates end; it can be asked for.
        assertTrue(first.contains("\"judged_on\":\"2026-11-23\""), first);
        assertEquals(first, line(pair, "one", "2027-02-01T00:00:00Z", "--day", "2026-11-23"));
    }

    /** Returns what is told of the pair, less the places of its files. */
    private String line(SyntheticPairs.Pair pair, String where, String now, String... more)
            throws Exception {
        Path place = Files.createDirectories(folder.resolve(where));
        Path ours = Files.write(place.resolve("ours.jpg"), pair.ours());
        // The date of our picture is told, so it is part of the input.
        Files.setLastModifiedTime(ours, FileTime.from(Instant.parse("2026-10-01T00:00:00Z")));
        Path theirs = Files.write(place.resolve("theirs.jpg"), pair.theirs());
        List<String> words = new ArrayList<>(List.of("inspect", theirs.toString()));
        words.addAll(List.of("--against", ours.toString(), "--json"));
        words.addAll(List.of(more));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ShopSettings settings = new ShopSettings("test", folder.resolve("passphrase"), 1);
        Clock clock = Clock.fixed(Instant.parse(now), ZoneId.of("Asia/Shanghai"));
        Desk desk =
                new Desk(
                        clock,
                        settings,
                        folder.resolve("vault"),
                        Lang.ZH,
                        InputStream.nullInputStream(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(new ByteArrayOutputStream()));
        assertEquals(ExitCode.DONE, Cli.run(desk, words.toArray(String[]::new)));
        return out.toString(StandardCharsets.UTF_8).replace(place.toString(), "");
    }
}
