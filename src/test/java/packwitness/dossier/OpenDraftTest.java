package packwitness.dossier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.dossier.draft.Caution;
import packwitness.dossier.draft.Change;
import packwitness.dossier.draft.Draft;
import packwitness.dossier.draft.DraftBook;
import packwitness.dossier.draft.Paragraph;
import packwitness.dossier.paper.Addressee;
import packwitness.dossier.paper.Dossier;
import packwitness.dossier.paper.DossierProblem;
import packwitness.dossier.print.SampleDossier;
import packwitness.storage.Vault;
import packwitness.value.ClaimId;
import packwitness.value.Failure;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The owner's changes of wording. */
class OpenDraftTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final ClaimId CLAIM = new ClaimId(9);

    @TempDir Path folder;
    private Vault vault;
    private OpenDraft draft;

    @BeforeEach
    void open() throws Failure {
        vault = Vault.open(folder.resolve("vault"), CLOCK, 1);
        vault.database()
                .write(tx -> {
                    tx.run(
                            "INSERT INTO shipment (id, waybill, station, first_scan, last_scan)"
                                    + " VALUES (77, 'SF1234567890123', '1', 0, 0)");
                    return tx.run(
                            "INSERT INTO claim (id, shipment_id, platform, reason, amount, outcome,"
                                    + " filed_on, facts, state, opened_at) VALUES (9, 77, 'p', 'r',"
                                    + " 1, 'OBTAINED', '2026-11-22', '{}', 'OPEN', 0)");
                });
        draft = draft(SampleDossier.of(Addressee.PLATFORM));
    }

    private OpenDraft draft(Dossier dossier) {
        return new OpenDraft(new DraftBook(vault), CLAIM, Addressee.PLATFORM, dossier);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void everyChangeIsKeptWithWhoWhenAndWhy() throws Failure {
        String written = paragraph(draft.read(), "ask.1").text();
        draft.change("ask.1", "请由高级专员复核。", "更具体", "甲");
        Draft after = draft.reset("ask.1", "还是原句", "乙");
        assertEquals(written, paragraph(after, "ask.1").text());
        assertFalse(paragraph(after, "ask.1").changed());
        assertEquals(2, after.changes().size());
        Change first = after.changes().getFirst();
        assertEquals(
                List.of("甲", "更具体", written, Optional.of("请由高级专员复核。"), CLOCK.instant()),
                List.of(first.who(), first.reason(), first.oldText(), first.newText(), first.at()));
        assertEquals(Optional.empty(), after.changes().getLast().newText());
    }

    @Test
    void changesOutliveTheProgram() throws Failure {
        draft.change("ask.1", "请由高级专员复核。", "", "甲");
        OpenDraft later = draft(SampleDossier.of(Addressee.PLATFORM));
        assertEquals("请由高级专员复核。", paragraph(later.read(), "ask.1").text());
    }

    @Test
    void keptChangesCanNeitherBeRewrittenNorDeleted() throws Failure {
        draft.change("ask.1", "请由高级专员复核。", "", "甲");
        for (String sql :
                List.of("DELETE FROM wording_change", "UPDATE wording_change SET who = 'x'"))
            assertThrows(Failure.class, () -> vault.database().write(tx -> tx.run(sql)));
    }

    @Test
    void changedSentenceStaysTiedToItsExhibits() throws Failure {
        Paragraph before = paragraph(draft.read(), "front.says");
        assertFalse(before.exhibits().isEmpty());
        Paragraph after = paragraph(draft.change("front.says", "买家称商品破损。", "", "甲"), "front.says");
        assertEquals(before.exhibits(), after.exhibits());
        assertTrue(after.text().matches("买家称商品破损（证据.*）。"), after.text());
        assertEquals(Caution.Kind.EXHIBIT_ADDED, after.cautions().getFirst().kind());
    }

    @Test
    void harmfulWordsAreWarnedOfAndKept() throws Failure {
        String verdict = "买家造" + "假，铁" + "证如山。";
        Paragraph after = paragraph(draft.change("ask.1", verdict, "", "甲"), "ask.1");
        assertEquals(verdict, after.text());
        assertEquals(
                List.of(Caution.Kind.VERDICT, Caution.Kind.PROMISE),
                after.cautions().stream().map(Caution::kind).toList());
    }

    @Test
    void sentenceWrittenForAnotherStateOfTheCaseIsMarked() throws Failure {
        draft.change("front.says", "买家称商品破损。", "", "甲");
        Dossier other = SampleDossier.of(Addressee.PLATFORM);
        var facts = other.facts();
        Dossier changed =
                new Dossier(
                        other.cover(),
                        new packwitness.dossier.paper.CaseFacts(
                                facts.caseNo(),
                                facts.platform(),
                                facts.shop(),
                                facts.orderNo(),
                                facts.claimNo(),
                                facts.waybill(),
                                facts.carrier(),
                                facts.goods(),
                                facts.price(),
                                facts.asked(),
                                facts.refunded(),
                                "另一理由",
                                facts.buyerWords(),
                                facts.goodsState(),
                                facts.automatic(),
                                facts.exhibits()),
                        other.filming(),
                        other.buyerSide(),
                        other.law(),
                        other.proof(),
                        other.exhibits(),
                        other.attachments(),
                        other.wording());
        assertTrue(
                paragraph(draft(changed).read(), "front.says").cautions().stream()
                        .anyMatch(caution -> caution.kind() == Caution.Kind.STALE));
    }

    @Test
    void unknownParagraphsAndExhibitsAreRefused() throws Failure {
        assertEquals(
                DossierProblem.UNKNOWN_PARAGRAPH,
                assertThrows(Failure.class, () -> draft.change("nothing", "x", "", "甲")).problem());
        assertEquals(
                DossierProblem.UNKNOWN_EXHIBIT,
                assertThrows(Failure.class, () -> draft.change("ask.1", "见证据9-9。", "", "甲"))
                        .problem());
        assertEquals(List.of(), draft.read().changes());
    }

    @Test
    void previewShowsTheChangeAndIsTheSameEachTime() throws Failure {
        byte[] before = draft.preview();
        assertArrayEquals(before, draft.preview());
        draft.change("ask.1", "", "删去", "甲");
        assertFalse(java.util.Arrays.equals(before, draft.preview()));
    }

    private static Paragraph paragraph(Draft draft, String id) {
        return draft.paragraph(id).orElseThrow();
    }
}
