package packwitness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.bench.KeptShop;
import packwitness.shop.ShopSettings;
import packwitness.value.Failure;
import packwitness.value.Lang;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is found, shown, imported, kept and erased from the command line, over a real vault. */
class KeepCommandsTest {
    private static final String BUYER = "小鱼儿";

    @TempDir private Path folder;
    private Path vault;
    private Clock clock;
    private KeptShop.Parcel old;
    private KeptShop.Parcel young;

    @BeforeEach
    void makeVault() throws Exception {
        vault = folder.resolve("vault");
        // The passphrase with which that shop is made.
        Files.writeString(folder.resolve("passphrase"), "bench\n");
        try (KeptShop shop = KeptShop.open(vault, Instant.parse("2026-01-05T02:00:00Z"), 1)) {
            shop.arm();
            old = shop.pack(2);
            shop.order(old, "260105-100000000000001", BUYER, 30_000);
            shop.pass(Duration.ofDays(200));
            young = shop.pack(2);
            shop.order(young, "260724-100000000000002", "王五", 9_900);
            shop.pass(Duration.ofHours(1));
            clock = Clock.fixed(shop.clock().instant(), shop.clock().getZone());
        }
    }

    @Test
    void theBuyerIsMaskedUntilSomebodyAsksAndThatIsARow() throws Exception {
        String masked = text(ExitCode.DONE, "find", BUYER, "--json");
        assertTrue(masked.contains("小**"), masked);
        assertFalse(masked.contains(BUYER), masked);
        assertFalse(text(ExitCode.DONE, "find", BUYER).contains(BUYER));
        assertFalse(text(ExitCode.DONE, "show", old.waybill(), "--json").contains(BUYER));
        assertEquals(0, revelations());
        assertTrue(text(ExitCode.DONE, "show", old.waybill(), "--reveal").contains(BUYER));
        assertEquals(1, revelations());
        assertTrue(text(ExitCode.DONE, "find", BUYER, "--json", "--reveal").contains(BUYER));
        assertEquals(2, revelations());
    }

    @Test
    void filtersNarrowAndSayWhatTheyAre() throws Exception {
        assertEquals(1, json("find", "--platform", "拼多多", "--since", "2026-07-01").size());
        assertEquals(2, json("find", "--station", "1").size());
        assertEquals(0, json("find", "--station", "2").size());
        assertEquals(0, json("find", "--carrier", "顺丰").size());
        assertEquals(0, json("find", "--packer", "张三").size());
        assertEquals(1, json("find", "--day", "2026-01-05").size());
        assertEquals(0, json("find", "--hold").size());
        text(ExitCode.DONE, "hold", old.waybill(), "on", "--why", "买家投诉");
        assertEquals(1, json("find", "--hold").size());
        text(ExitCode.WRONG_USAGE, "find", "--limit", "0", "--station", "1");
    }

    @Test
    void aFileIsPreviewedMappedTakenInAndUndone() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("a.csv"),
                        "订单号,快递单号,达人\n77776666555544,SF1111222233334,小主播\n");
        JsonNode seen = json("import", "--preview", file.toString());
        assertTrue(seen.path("preview").asBoolean());
        assertEquals("达人", seen.path("unmatched").path(0).asText());
        assertEquals(0, json("find", "77776666555544").size());
        JsonNode done = json("import", "--map", "达人=buyer", file.toString());
        assertEquals(1, done.path("made").asInt());
        assertTrue(done.path("unmatched").isEmpty());
        assertTrue(json("import", file.toString()).path("before").asBoolean(), "a second time");
        Path next =
                Files.writeString(
                        folder.resolve("b.csv"),
                        "订单号,快递单号,达人\n77776666555545,SF1111222233335,小主播\n");
        assertTrue(
                json("import", "--preview", next.toString()).path("unmatched").isEmpty(),
                "what was said of a heading is remembered");
        JsonNode undone = json("import", "--undo", done.path("import").asText());
        assertEquals(1, undone.path("removed").asInt());
        text(ExitCode.WRONG_USAGE, "import");
        text(ExitCode.WRONG_USAGE, "import", "--map", "达人=nonsense", next.toString());
        text(ExitCode.NOT_DONE, "import", folder.resolve("none.csv").toString());
    }

    @Test
    void aFolderIsLookedIntoOnceAndSwitchedOff() throws Exception {
        Path watched = Files.createDirectory(folder.resolve("in"));
        Path file =
                Files.writeString(
                        watched.resolve("a.csv"), "订单号,快递单号\n77776666555544,SF1111222233334\n");
        Files.setLastModifiedTime(file, FileTime.from(clock.instant().minusSeconds(60)));
        JsonNode seen = json("import", "--watch", watched.toString(), "--once");
        assertTrue(seen.path("import").asLong() > 0, seen.toString());
        assertEquals("", text(ExitCode.DONE, "import", "--watch", "off", "--json"));
        text(ExitCode.NOT_DONE, "import", "--watch", folder.resolve("none").toString(), "--once");
    }

    @Test
    void rulesLetTheOldVideoGoInTwoSteps() throws Exception {
        JsonNode rules = json("retention", "rules", "--set", "video_days=90");
        assertEquals(90, rules.path("video_days").asInt());
        assertEquals(1, rules.path("nightly").asInt());
        text(ExitCode.WRONG_USAGE, "retention", "rules", "--set", "video_days=-1");
        JsonNode plan = json("retention", "plan", "--files");
        assertEquals(1, plan.path("videos").asInt());
        assertEquals("DAYS 90", plan.path("files").path(0).path("why").asText());
        assertTrue(Files.exists(vault.resolve(old.file())));
        assertEquals(1, json("retention", "run").path("quarantined").asInt());
        assertFalse(Files.exists(vault.resolve(old.file())));
        assertTrue(Files.exists(vault.resolve(young.file())));
        clock = Clock.offset(clock, Duration.ofDays(8));
        assertEquals(1, json("retention", "run").path("deleted").asInt());
    }

    @Test
    void aHoldByTheRuleOfAnAmountIsShownWithItsReason() throws Exception {
        json("retention", "rules", "--set", "hold_above_fen=20000", "--set", "video_days=90");
        JsonNode shown = json("show", old.waybill());
        assertEquals("AMOUNT", shown.path("holds").path(0).path("kind").asText());
        assertEquals("300.00", shown.path("holds").path(0).path("said").asText());
        assertEquals(0, json("retention", "run").path("quarantined").asInt());
        assertTrue(json("show", young.waybill()).path("holds").isEmpty());
    }

    @Test
    void aBackupIsDrilledAndRestored() throws Exception {
        Path nas = folder.resolve("nas");
        JsonNode first = json("backup", nas.toString());
        assertEquals(2, first.path("copied").asInt());
        assertEquals(0, json("backup", nas.toString(), "--prune").path("copied").asInt());
        Path back = folder.resolve("back");
        JsonNode restored = read(ExitCode.DONE, back, "restore", nas.toString());
        assertTrue(restored.path("damaged").isEmpty());
        assertTrue(Files.exists(back.resolve(young.file())));
        text(ExitCode.DONE, "integrity", "--quick");
        Files.delete(vault.resolve(young.file()));
        String fault = text(ExitCode.FAULT, "integrity");
        assertTrue(fault.contains(young.file()), fault);
        read(ExitCode.NOT_DONE, back, "restore", nas.toString());
        Files.move(nas, folder.resolve("away"));
        text(ExitCode.NOT_DONE, "backup", nas.toString());
        Files.move(folder.resolve("away"), nas);
        assertEquals(
                1, read(ExitCode.FAULT, vault, "backup", nas.toString()).path("failed").size());
    }

    @Test
    void aPersonIsListedMaskedAndErasedUnlessOnHold() throws Exception {
        String masked = text(ExitCode.DONE, "person", "list", BUYER);
        assertFalse(masked.contains(BUYER), masked);
        assertFalse(masked.contains(old.waybill()), masked);
        assertTrue(text(ExitCode.DONE, "person", "list", BUYER, "--reveal").contains(BUYER));
        text(ExitCode.DONE, "hold", old.waybill(), "on", "--why", "x");
        text(ExitCode.NOT_DONE, "person", "erase", BUYER, "--why", "asked");
        text(ExitCode.DONE, "hold", old.waybill(), "off", "--why", "x");
        JsonNode erased = json("person", "erase", BUYER, "--why", "asked");
        assertEquals(1, erased.path("parcels").asInt());
        assertEquals(0, json("find", BUYER).size());
        assertTrue(json("person", "list", BUYER).path("parcels").isEmpty());
    }

    @Test
    void coverageTellsWhatHasOnlyOneOfBoth() throws Exception {
        JsonNode all = json("coverage", "--since", "2026-01-01", "--until", "2026-12-31");
        assertEquals(2, all.path("shipped").asInt());
        assertEquals("100", all.path("percent").asText());
        text(ExitCode.WRONG_USAGE, "coverage", "--since", "2026-02-01", "--until", "2026-01-01");
    }

    private int revelations() throws Failure {
        try (KeptShop shop = KeptShop.open(vault, clock.instant(), 1)) {
            return shop.vault
                    .database()
                    .read(tx ->
                            tx.first(
                                            "SELECT count(*) AS n FROM ledger_row WHERE kind ="
                                                + " 'VIEW' AND CAST(body AS TEXT) LIKE '%how buyer"
                                                + " shown%' AND CAST(body AS TEXT) LIKE '%what"
                                                + " buyer%' AND CAST(body AS TEXT) LIKE '%who%'",
                                            row -> (int) row.number("n"))
                                    .orElseThrow());
        }
    }

    private JsonNode json(String... words) throws Exception {
        return read(ExitCode.DONE, vault, words);
    }

    private JsonNode read(int expected, Path of, String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--json");
        return new ObjectMapper().readTree(said(expected, of, all));
    }

    private String text(int expected, String... words) {
        return said(expected, vault, List.of(words));
    }

    private String said(int expected, Path of, List<String> words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Desk desk =
                new Desk(
                        clock,
                        new ShopSettings("test", folder.resolve("passphrase"), 1),
                        of,
                        Lang.ZH,
                        InputStream.nullInputStream(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        int code = Cli.run(desk, words.toArray(String[]::new));
        String said = out.toString(StandardCharsets.UTF_8);
        assertEquals(expected, code, words + "\n" + said + err.toString(StandardCharsets.UTF_8));
        return said;
    }
}
