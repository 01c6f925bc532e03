package packwitness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.ledger.Ledger;
import packwitness.ledger.LedgerProblem;
import packwitness.ledger.Outcome;
import packwitness.ledger.Report;
import packwitness.ledger.Verifier;
import packwitness.shop.Shop;
import packwitness.shop.ShopSettings;
import packwitness.value.Failure;
import packwitness.value.Lang;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

class KeyCommandTest {
    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));

    @TempDir Path folder;
    private Path vault = Path.of("vault");
    private ShopSettings settings = new ShopSettings("test", Path.of("passphrase"), 1);

    @BeforeEach
    void vault() throws Failure {
        vault = folder.resolve("vault");
        settings = new ShopSettings("test", folder.resolve("passphrase"), 1);
        Shop.open(vault, settings, CLOCK).close();
    }

    @Test
    void renewedKeySignsAndTheLedgerShowsTheHandOver() throws Exception {
        String before = run("", "key", "show").path("fingerprint").asText();
        JsonNode after = run("", "key", "rotate");
        assertNotEquals(before, after.path("fingerprint").asText());
        assertEquals(before, after.path("earlier").path(0).asText());
        assertTrue(after.path("in_ledger").asBoolean());
        Report report = new Verifier().verify(List.of(vault));
        assertEquals(
                Outcome.PASSED,
                report.check("C4").outcome(),
                () -> report.check("C4").details(Lang.EN).toString());
    }

    @Test
    void programThatHoldsTheOldKeySignsNoMore() throws Exception {
        try (Shop station = Shop.openExisting(vault, settings, CLOCK)) {
            Ledger ledger = station.ledger();
            run("", "key", "rotate");
            Failure refused =
                    org.junit.jupiter.api.Assertions.assertThrows(
                            Failure.class,
                            () -> {
                                station.vault()
                                        .database()
                                        .write(tx ->
                                                ledger.append(
                                                        tx,
                                                        packwitness.ledger.EntryKind.VIEW,
                                                        packwitness.ledger.Facts.of()));
                                ledger.checkpoint();
                            });
            assertEquals(LedgerProblem.KEY_REPLACED, refused.problem());
        }
    }

    @Test
    void keyThatWasLostComesBackFromItsCopy() throws Exception {
        Path copy = folder.resolve("away/key.p12");
        String own =
                run("langes Wort\n", "key", "backup", copy.toString(), "--passphrase-file", "-")
                        .path("fingerprint")
                        .asText();
        Files.delete(vault.resolve("keys/device.p12"));
        Files.delete(settings.passphraseFile());
        assertEquals(
                own,
                run("langes Wort\n", "key", "restore", copy.toString(), "--passphrase-file", "-")
                        .path("fingerprint")
                        .asText());
        try (Shop shop = Shop.openExisting(vault, settings, CLOCK)) {
            assertTrue(shop.ledger().signsWith(new packwitness.value.Sha256(own)));
            assertEquals(1, shop.ledger().size(), "no KEY row: the same key signs on");
        }
    }

    @Test
    void keyThatNobodyCanOpenAnyMoreIsKeptBesideTheRestoredOne() throws Exception {
        Path words = folder.resolve("words");
        Files.writeString(words, "langes Wort\n");
        Path copy = folder.resolve("key.p12");
        run("", "key", "backup", copy.toString(), "--passphrase-file", words.toString());
        Files.writeString(settings.passphraseFile(), "another passphrase\n");
        run("", "key", "restore", copy.toString(), "--passphrase-file", words.toString());
        try (var kept = Files.list(vault.resolve("keys"))) {
            assertTrue(kept.anyMatch(file -> file.getFileName().toString().contains("closed")));
        }
    }

    @Test
    void wrongOrShortPassphraseAndTakenNameAreRefused() throws Exception {
        Path copy = folder.resolve("key.p12");
        run("langes Wort\n", "key", "backup", copy.toString(), "--passphrase-file", "-");
        byte[] before = Files.readAllBytes(copy);
        for (String[] wrong :
                new String[][] {
                    {"anderes Wort\n", "restore"},
                    {"kurz\n", "restore"},
                    {"langes Wort\n", "backup"}
                }) {
            int code = code(wrong[0], "key", wrong[1], copy.toString(), "--passphrase-file", "-");
            assertFalse(code == ExitCode.DONE, wrong[0] + wrong[1]);
        }
        org.junit.jupiter.api.Assertions.assertArrayEquals(before, Files.readAllBytes(copy));
        assertTrue(run("", "key", "show").path("in_ledger").asBoolean());
    }

    @Test
    void damagedCertificateOfTheCompanyNeverStopsTheShop() throws Exception {
        Files.createDirectories(vault.resolve("keys"));
        Files.write(vault.resolve("keys/company.p12"), new byte[] {1, 2, 3});
        Files.writeString(folder.resolve("company-passphrase"), "geheim");
        Shop.openExisting(vault, settings, CLOCK).close();
        Failure told =
                org.junit.jupiter.api.Assertions.assertThrows(
                        Failure.class,
                        () -> new packwitness.shop.KeyKeeper(vault, settings, CLOCK).show());
        assertEquals(LedgerProblem.COMPANY_KEY_UNREADABLE, told.problem());
    }

    private JsonNode run(String in, String... arguments) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = Cli.run(desk(in, out), with(arguments));
        assertEquals(ExitCode.DONE, code, out.toString(StandardCharsets.UTF_8));
        return new ObjectMapper().readTree(out.toByteArray());
    }

    private int code(String in, String... arguments) {
        return Cli.run(desk(in, new ByteArrayOutputStream()), with(arguments));
    }

    private String[] with(String... arguments) {
        List<String> all = new java.util.ArrayList<>(List.of(arguments));
        all.addAll(List.of("--vault", vault.toString(), "--json"));
        return all.toArray(String[]::new);
    }

    private Desk desk(String in, ByteArrayOutputStream out) {
        return new Desk(
                CLOCK,
                settings,
                vault,
                Lang.EN,
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }
}
