package packwitness.dossier.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import packwitness.claim.ClaimState;
import packwitness.claim.Merchant;
import packwitness.claim.RefundClaim;
import packwitness.dossier.paper.CheckLine;
import packwitness.dossier.paper.Proof;
import packwitness.law.Qualifier;
import packwitness.ledger.AuthorityKind;
import packwitness.ledger.Check;
import packwitness.ledger.Finding;
import packwitness.ledger.Outcome;
import packwitness.ledger.PixelBound;
import packwitness.ledger.Report;
import packwitness.shipment.Shipment;
import packwitness.shipment.Take;
import packwitness.shipment.Takes;
import packwitness.value.ClaimId;
import packwitness.value.Failure;
import packwitness.value.Fen;
import packwitness.value.Lang;
import packwitness.value.Sha256;
import packwitness.value.ShipmentId;
import packwitness.value.TakeId;
import packwitness.value.WaybillNo;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A paper made later of the same case says the same, although the ledger has grown meanwhile. */
class SameCaseTest {
    private static final Instant AT = Instant.parse("2026-11-20T02:15:00Z");

    @Test
    void checksDoNotCountALedgerThatGrowsWithEachPaper() throws Failure {
        assertEquals(proof("3", "21", "a", Lang.ZH), proof("9", "40", "b", Lang.ZH));
        assertEquals(proof("3", "21", "a", Lang.EN), proof("9", "40", "b", Lang.EN));
    }

    @Test
    void whatFailedIsStillTold() throws Failure {
        Finding changed =
                new Finding(Outcome.FAILED, "data/videos/take-1.mp4", "bag.changed", List.of());
        Report report =
                new Report(List.of(), List.of(new Check("C1", Outcome.FAILED, List.of(changed))));
        CheckLine line = proof(report, "a", Lang.ZH).checks().getFirst();
        assertTrue(line.detail().contains("文件内容已改变"), line.detail());
        assertNotEquals(line, proof(report, "a", Lang.EN).checks().getFirst());
    }

    private static Proof proof(String checkpoints, String rows, String folder, Lang lang)
            throws Failure {
        Finding alone =
                new Finding(Outcome.UNDECIDED, folder, "history.alone", List.of(checkpoints, "1"));
        Finding inside =
                new Finding(Outcome.UNDECIDED, folder, "bracket.insideUntrusted", List.of(rows));
        Report report =
                new Report(
                        List.of(),
                        List.of(
                                new Check("C7", Outcome.UNDECIDED, List.of(inside)),
                                new Check("C8", Outcome.UNDECIDED, List.of(alone))));
        return proof(report, folder, lang);
    }

    private static Proof proof(Report report, String folder, Lang lang) throws Failure {
        return new CaseProof(
                        material(report, folder, Map.of()), new ExhibitList(), CaseWords.in(lang))
                .proof();
    }

    @Test
    void whatTheCameraSawOfACheckpointIsPrintedAndATestStampSaysSo() throws Failure {
        Instant stamped = Instant.parse("2026-11-20T01:00:00Z");
        for (AuthorityKind kind : AuthorityKind.values())
            for (Lang lang : Lang.values()) {
                PixelBound seen = new PixelBound(41, "K7QF2M9X", 9, stamped, kind);
                CaseMaterial material =
                        material(
                                new Report(List.of(), List.of()), "a", Map.of(new TakeId(1), seen));
                List<String> lines =
                        new CaseFilming(material, new ExhibitList(), CaseWords.in(lang))
                                .with(List.of())
                                .footage()
                                .getFirst()
                                .selfCheck();
                String line = lines.getLast();
                assertTrue(line.contains("K7QF2M9X"), line);
                assertTrue(line.contains("2026-11-20 09:00:00"), line);
                String test = lang == Lang.ZH ? "测试或自签" : "test or self-made";
                assertEquals(kind != AuthorityKind.COMMERCIAL, line.contains(test), line);
            }
    }

    private static CaseMaterial material(
            Report report, String folder, Map<TakeId, PixelBound> pixels) throws Failure {
        return new CaseMaterial(
                claim(),
                shipment(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                Qualifier.shipped()
                        .qualify(
                                CaseActs.facts(
                                        claim(),
                                        new CaseActs.Seen(true, false),
                                        List.of(),
                                        LocalDate.of(2026, 11, 20))),
                Map.of(),
                pixels,
                List.of(),
                List.of(),
                report,
                Path.of(folder),
                AT,
                new Merchant(Map.of()),
                "PackWitness");
    }

    private static RefundClaim claim() {
        return new RefundClaim(
                new ClaimId(9),
                new ShipmentId(77),
                "示例购物平台",
                "有裂纹",
                Fen.ofYuan("195.00"),
                true,
                LocalDate.of(2026, 11, 18),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                ClaimState.OPEN,
                Optional.empty(),
                AT,
                List.of());
    }

    private static Shipment shipment() {
        return new Shipment(
                new ShipmentId(77),
                new WaybillNo("SF1234567890123"),
                true,
                List.of(),
                "1",
                AT,
                AT,
                Optional.empty(),
                List.of(),
                List.of(take()),
                0);
    }

    private static Take take() {
        return Takes.sealed(AT, Duration.ofSeconds(10), 300, 30, Sha256.ZERO, List.of());
    }
}
