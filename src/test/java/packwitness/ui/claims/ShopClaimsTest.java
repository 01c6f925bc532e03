package packwitness.ui.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.claim.Merchant.Field;
import packwitness.dossier.MadeDossier;
import packwitness.dossier.Making;
import packwitness.dossier.paper.Addressee;
import packwitness.dossier.paper.DossierProblem;
import packwitness.platform.PlatformRule;
import packwitness.value.ClaimId;
import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the claims screen does to a real vault, without a screen. */
class ShopClaimsTest {
    @TempDir private static Path folder;

    private static ClaimVault vault;
    private static ClaimService book;

    @BeforeAll
    static void openVault() throws Exception {
        vault = new ClaimVault(folder);
        book = new ShopClaims(vault.shop());
    }

    @AfterAll
    static void closeVault() {
        vault.close();
    }

    private static List<String> files() throws IOException {
        if (!Files.exists(vault.exports())) return List.of();
        try (Stream<Path> all = Files.walk(vault.exports())) {
            return all.map(file -> vault.exports().relativize(file).toString()).sorted().toList();
        }
    }

    private static long papers() throws Failure {
        return vault.shop()
                .vault()
                .database()
                .read(tx ->
                        tx.first("SELECT count(*) AS n FROM dossier", row -> row.number("n"))
                                .orElse(0L));
    }

    @Test
    void aPaperEndedAtAnyStepLeavesNoFileAndNoRow() throws Exception {
        ClaimId id = vault.urgent().id();
        List<String> before = files();
        long papers = papers();
        for (Making.Step last : Making.Step.values()) {
            Failure ended =
                    assertThrows(
                            Failure.class,
                            () -> book.make(id, Addressee.BUYER, step -> step != last));
            assertEquals(DossierProblem.CANCELLED, ended.problem());
            assertEquals(before, files(), "ended before " + last);
            assertEquals(papers, papers(), "ended before " + last);
        }
    }

    @Test
    void aPackEndedAtAnyStepLeavesNoFile() throws Exception {
        PlatformRule rule = book.rules(vault.urgent()).getFirst();
        List<String> before = files();
        for (Making.Step last :
                List.of(Making.Step.READ, Making.Step.WRITE, Making.Step.PACK, Making.Step.CHECK)) {
            Failure ended =
                    assertThrows(
                            Failure.class,
                            () -> book.pack(vault.urgent().id(), rule, step -> step != last));
            assertEquals(DossierProblem.CANCELLED, ended.problem());
            assertEquals(before, files(), "ended before " + last);
        }
    }

    @Test
    void thePaperMadeAgainStandsBesideTheFirst() throws Exception {
        ClaimId id = vault.urgent().id();
        MadeDossier first = book.make(id, Addressee.SHOP_RULES, Making.UNWATCHED);
        MadeDossier second = book.make(id, Addressee.SHOP_RULES, Making.UNWATCHED);
        assertNotEquals(first.pdf(), second.pdf());
        assertTrue(Files.exists(first.pdf()) && Files.exists(second.pdf()));
    }

    @Test
    void whoWeAreIsKeptAndForgottenFieldByField() throws Exception {
        book.merchant(Map.of(Field.NAME, "青釉陶瓷店", Field.PHONE, "021-5555"));
        assertEquals("青釉陶瓷店", book.merchant().of(Field.NAME));
        assertEquals("", book.merchant(Map.of(Field.PHONE, " ")).of(Field.PHONE));
        assertEquals("青釉陶瓷店", book.merchant().of(Field.NAME));
    }
}
