package packwitness.shipment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.capture.Cameras;
import packwitness.capture.DemoCamera;
import packwitness.ledger.BagRequest;
import packwitness.ledger.BagWriter;
import packwitness.ledger.Checkpoint;
import packwitness.ledger.DeviceKey;
import packwitness.ledger.FileRole;
import packwitness.ledger.Ledger;
import packwitness.ledger.Outcome;
import packwitness.ledger.PayloadFile;
import packwitness.ledger.PixelBound;
import packwitness.ledger.Report;
import packwitness.ledger.StampQueue;
import packwitness.ledger.TestAuthority;
import packwitness.ledger.TrustList;
import packwitness.ledger.Verifier;
import packwitness.scan.Scan;
import packwitness.storage.Vault;
import packwitness.value.Lang;
import packwitness.value.TakeId;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

class CheckpointInPictureTest {
    @TempDir Path folder;

    @Test
    void codeOfACheckpointInThePictureBindsThePixelsFromBelow() throws Exception {
        try (Vault vault = Vault.open(folder.resolve("vault"), DeskGround.CLOCK, 1)) {
            DeviceKey key =
                    DeviceKey.openOrMake(
                            folder.resolve("k.p12"), "secret".toCharArray(), DeskGround.CLOCK);
            Ledger ledger = Ledger.open(vault.database(), key, DeskGround.CLOCK);
            TestAuthority authority = TestAuthority.make(folder.resolve("tsa"), DeskGround.CLOCK);
            StampQueue stamps =
                    new StampQueue(vault.database(), ledger, List.of(authority), DeskGround.CLOCK);
            AtomicReference<DemoCamera> camera = new AtomicReference<>();
            Queue<DeskEvent> told = new ConcurrentLinkedQueue<>();
            TakeId shown;
            TakeId unshown;
            Checkpoint onTheSheet;
            try (PackingDesk desk =
                    new PackingDesk(
                            vault,
                            ledger,
                            DeskGround.CLOCK,
                            () -> "test",
                            DeskGround.unwatched(),
                            (uri, clock) -> {
                                DemoCamera demo = (DemoCamera) Cameras.open(uri, clock);
                                camera.set(demo);
                                return demo;
                            })) {
                desk.listen(told::add);
                ledger.checkpoint();
                stamps.stampPending();
                desk.arm(DeskGround.LABEL, "1");
                onTheSheet = ledger.checkpoint();
                unshown = desk.scan(DeskGround.A).take().orElseThrow();
                shown = desk.scan(DeskGround.B).take().orElseThrow();
                camera.get().scene().waybill(Scan.CHECKPOINT + onTheSheet.code());
                DeskGround.until(
                        "the code is seen",
                        () -> told.stream().anyMatch(e -> e.kind().equals("checkpoint_seen")));
            }
            ledger.checkpoint();
            stamps.stampPending();
            PixelBound bound = ledger.pixelBound(shown).orElseThrow();
            assertEquals(onTheSheet.code(), bound.code());
            assertEquals(onTheSheet.size(), bound.size());
            assertTrue(bound.notBefore().isBefore(DeskGround.CLOCK.instant()));
            assertEquals(Optional.empty(), ledger.pixelBound(unshown));
            assertTrue(words(vault).contains("bracket.pixels"), words(vault).toString());
            Path bag = bag(vault, ledger, shown);
            assertTrue(words(bag).contains("bracket.pixels"), words(bag).toString());
            assertEquals(
                    Outcome.PASSED, report(bag).outcome(), report(bag).toMap(Lang.EN)::toString);
            vault.database()
                    .write(tx -> {
                        tx.run("DELETE FROM ledger_checkpoint WHERE size = ?", onTheSheet.size());
                        return true;
                    });
            assertTrue(words(vault).contains("bracket.pixelsUnknown"), words(vault).toString());
        }
    }

    /** Writes the bag of the parcel as an export does, with the original in it. */
    private Path bag(Vault vault, Ledger ledger, TakeId take) throws Exception {
        Shipment shipment = new ShipmentIndex(vault, ledger).require(DeskGround.B);
        Take filmed =
                shipment.takes().stream().filter(one -> one.id().equals(take)).findFirst().get();
        Path target = folder.resolve("bag");
        BagWriter.write(
                new BagRequest(
                        ledger,
                        target,
                        List.of(
                                new PayloadFile(
                                        vault.root().resolve(filmed.file()),
                                        "take.mp4",
                                        FileRole.ORIGINAL)),
                        List.of(shipment.id()),
                        List.of(),
                        "case",
                        DeskGround.CLOCK.instant()));
        return target;
    }

    private List<String> words(Vault vault) throws Exception {
        return words(vault.root());
    }

    private List<String> words(Path path) throws Exception {
        List<String> words = new ArrayList<>();
        report(path).check("C7").findings().forEach(finding -> words.add(finding.word()));
        return words;
    }

    private Report report(Path path) throws Exception {
        TrustList trust = TrustList.shipped().and(folder.resolve("tsa/test-ca.pem"));
        return new Verifier(trust, (pdf, bags) -> List.of()).verify(List.of(path));
    }
}
