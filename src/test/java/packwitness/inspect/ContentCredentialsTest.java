package packwitness.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;

import packwitness.inspect.c2pa.C2paReport;
import packwitness.inspect.c2pa.SignedFiles;
import packwitness.inspect.c2pa.TestManifest;
import packwitness.inspect.c2pa.TestSigner;
import packwitness.inspect.c2pa.TrustList;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Content Credentials signed by the tests themselves. */
class ContentCredentialsTest {
    private static final String AI = "trainedAlgorithmicMedia";

    private final TestSigner signer = TestSigner.valid();

    private TestManifest manifest(String label) {
        return new TestManifest(label, signer);
    }

    private Inspection inspect(byte[] file) {
        return Inspectors.with(signer.trust()).inspect(file);
    }

    private static byte[] flipped(byte[] file, int at) {
        byte[] changed = file.clone();
        changed[at] ^= 1;
        return changed;
    }

    @Test
    void intactDeclarationOfListedSignerIsStrong() throws Exception {
        byte[] file = SignedFiles.dataHashed(SignedFiles.inPng(), 0, manifest("m1").created(AI));
        Inspection found = inspect(file);
        assertEquals(FindingKind.AI_DECLARED_SIGNED_TRUSTED, found.finding());
        assertEquals(List.of(), found.c2pa().failures());
        assertEquals("Test Signer", found.c2pa().signer());
        assertEquals("test maker", found.c2pa().generator());
        assertEquals(Strength.A, found.signs().getFirst().strength());
    }

    @Test
    void signerOutsideTheListLeavesTheFileIntact() throws Exception {
        byte[] file = SignedFiles.dataHashed(SignedFiles.inPng(), 0, manifest("m1").created(AI));
        Inspection found = Inspectors.with(TrustList.none()).inspect(file);
        assertEquals(FindingKind.AI_DECLARED_SIGNED_UNTRUSTED_SIGNER, found.finding());
        assertTrue(found.c2pa().intact());
        assertFalse(found.c2pa().trusted());
        assertEquals(List.of("signingCredential.untrusted"), found.c2pa().failures());
    }

    @Test
    void everyBindingHoldsAndFallsWithOneByte() throws Exception {
        List<byte[]> files = new ArrayList<>();
        for (SignedFiles.Carrier carrier :
                List.of(
                        SignedFiles.inJpeg(),
                        SignedFiles.inWebp(),
                        SignedFiles.inGif(),
                        SignedFiles.inTiff()))
            files.add(SignedFiles.dataHashed(carrier, 0, manifest("m1").created(AI)));
        byte[] boxes = SignedFiles.boxHashed(manifest("m1").created(AI));
        byte[] film = SignedFiles.bmffHashed(manifest("m1").created(AI));
        files.addAll(List.of(boxes, film));
        for (byte[] file : files) {
            Inspection found = inspect(file);
            assertEquals(List.of(), found.c2pa().failures());
            assertEquals(FindingKind.AI_DECLARED_SIGNED_TRUSTED, found.finding());
            Inspection changed = inspect(flipped(file, file.length - 6));
            assertEquals(FindingKind.C2PA_BROKEN, changed.finding());
            assertFalse(changed.c2pa().intact());
        }
    }

    @Test
    void mediaDataUnderTreesOfHashesAreBoundBlockByBlock() throws Exception {
        for (int rows : new int[] {0, 1, 2, 3}) {
            byte[] film = SignedFiles.merkleHashed(manifest("m1").created(AI), rows);
            assertEquals(List.of(), inspect(film).c2pa().failures());
            assertEquals(FindingKind.AI_DECLARED_SIGNED_TRUSTED, inspect(film).finding());
            for (int back : new int[] {1, 2500, 4990}) {
                Inspection changed = inspect(flipped(film, film.length - back));
                assertEquals(
                        List.of("assertion.bmffHash.mismatch"),
                        changed.c2pa().failures(),
                        "" + back);
                assertFalse(changed.c2pa().intact());
            }
            byte[] longer = Arrays.copyOf(film, film.length + 16);
            longer[film.length + 3] = 16;
            System.arraycopy(Carriers.utf8("mdat"), 0, longer, film.length + 4, 4);
            assertFalse(inspect(longer).c2pa().intact());
        }
    }

    @Test
    void noByteOfTheStoreChangesUnseenWhatIsStated() throws Exception {
        byte[] file =
                SignedFiles.dataHashed(
                        SignedFiles.inPng(), 0, manifest("m1").created("digitalCapture"));
        int end = new String(file, StandardCharsets.ISO_8859_1).indexOf("IDAT") - 8;
        for (int at = 33 + 8; at < end; at += 31) {
            C2paReport found = inspect(flipped(file, at)).c2pa();
            if (!found.intact() || !found.trusted()) continue;
            // Names of wrapping boxes are not signed, but nothing that is stated hangs on them.
            assertEquals(List.of("digitalCapture"), found.digitalSourceTypes(), "byte " + at);
            assertEquals("Test Signer", found.signer());
        }
    }

    @Test
    void hashThatLeavesOutMoreThanTheStoreIsRefused() throws Exception {
        byte[] file = SignedFiles.dataHashed(SignedFiles.inPng(), 12, manifest("m1").created(AI));
        Inspection found = inspect(file);
        assertEquals(List.of("assertion.dataHash.mismatch"), found.c2pa().failures());
        assertEquals(FindingKind.C2PA_BROKEN, found.finding());
    }

    @Test
    void assertionThatTheClaimDoesNotNameIsRefused() throws Exception {
        byte[] file =
                SignedFiles.dataHashed(
                        SignedFiles.inPng(),
                        0,
                        manifest("m1")
                                .created("digitalCapture")
                                .smuggle("c2pa.actions", Map.of("actions", List.of())));
        assertEquals(List.of("assertion.undeclared"), inspect(file).c2pa().failures());
    }

    @Test
    void declarationInTheParentCounts() throws Exception {
        TestManifest parent = manifest("parent").created(AI);
        parent.with("c2pa.hash.data", Map.of("alg", "sha256", "hash", new byte[32])).freeze();
        TestManifest active = manifest("active").created("composite").madeFrom(parent);
        byte[] file = SignedFiles.dataHashed(SignedFiles.inPng(), 0, parent, active);
        Inspection found = inspect(file);
        assertTrue(found.c2pa().aiDeclared());
        assertFalse(found.c2pa().aiInActive());
        assertEquals(FindingKind.AI_DECLARED_SIGNED_TRUSTED, found.finding());
    }

    @Test
    void declarationInBrokenParentIsOnlyReported() throws Exception {
        TestManifest parent = manifest("parent").created(AI);
        parent.with("c2pa.hash.data", Map.of("alg", "sha256", "hash", new byte[32])).freeze();
        TestManifest active = manifest("active").created("composite").madeFrom(parent);
        TestManifest other = manifest("parent").created(AI).smuggle("x", Map.of());
        byte[] file = SignedFiles.dataHashed(SignedFiles.inPng(), 0, other, active);
        Inspection found = inspect(file);
        assertTrue(found.c2pa().intact());
        assertFalse(found.c2pa().ingredientsIntact());
        assertEquals(FindingKind.C2PA_BROKEN_INGREDIENT, found.finding());
    }

    @Test
    void updateManifestIsBoundThroughItsParent() throws Exception {
        TestManifest parent = manifest("parent").created(AI);
        TestManifest update = manifest("update").kind("c2um");
        byte[] file =
                SignedFiles.bound(
                        SignedFiles.inPng(),
                        0,
                        parent,
                        () -> update.madeFrom(parent.freeze()),
                        parent,
                        update);
        Inspection found = inspect(file);
        assertEquals(List.of(), found.c2pa().failures());
        assertEquals(FindingKind.AI_DECLARED_SIGNED_TRUSTED, found.finding());
        assertEquals(FindingKind.C2PA_BROKEN, inspect(flipped(file, file.length - 6)).finding());
    }

    @Test
    void expiredSignerNeedsStampOfListedAuthority() throws Exception {
        Instant end = Instant.parse("2026-01-01T00:00:00Z");
        Instant before = Instant.parse("2025-06-01T00:00:00Z");
        TestSigner expired = new TestSigner(end, TestSigner.SIGNING);
        TestSigner stranger = TestSigner.valid();
        PictureInspector inspector = Inspectors.with(expired.trust());
        assertEquals(
                List.of("signingCredential.expired", "signingCredential.untrusted"),
                inspector.inspect(signed(new TestManifest("m", expired))).c2pa().failures());
        assertEquals(
                List.of("signingCredential.expired", "signingCredential.untrusted"),
                inspector
                        .inspect(signed(new TestManifest("m", expired).stamped(before, stranger)))
                        .c2pa()
                        .failures());
        Inspection stamped =
                inspector.inspect(signed(new TestManifest("m", expired).stamped(before, expired)));
        assertEquals(List.of(), stamped.c2pa().failures());
        assertEquals("2025-06-01T00:00:00Z (trusted)", stamped.c2pa().signedAt());
    }

    private static byte[] signed(TestManifest manifest) throws Exception {
        return SignedFiles.dataHashed(SignedFiles.inPng(), 0, manifest.created(AI));
    }

    @Test
    void certificateForAnotherPurposeIsNotTrusted() throws Exception {
        TestSigner web =
                new TestSigner(
                        Instant.parse("2030-01-01T00:00:00Z"), KeyPurposeId.id_kp_serverAuth);
        Inspection found = Inspectors.with(web.trust()).inspect(signed(new TestManifest("m", web)));
        assertEquals(List.of("signingCredential.invalid"), found.c2pa().failures());
        assertFalse(found.c2pa().trusted());
        assertTrue(found.c2pa().intact());
    }

    @Test
    void captureBySignedCameraSpeaksForTheBuyer() throws Exception {
        byte[] file =
                SignedFiles.dataHashed(
                        SignedFiles.inJpeg(), 0, manifest("m").created("digitalCapture"));
        Inspection found = inspect(file);
        assertEquals(FindingKind.C2PA_PRESENT_NO_AI, found.finding());
        assertEquals(SignKind.C2PA_CAMERA_TRUSTED, found.speaksForTheBuyer().getFirst().kind());
        assertEquals(Strength.A, found.speaksForTheBuyer().getFirst().strength());
    }

    @Test
    void whatCannotBeCheckedIsCalledUnreadable() throws Exception {
        byte[] withoutAlgorithm =
                SignedFiles.dataHashed(SignedFiles.inPng(), 0, manifest("m").algorithm(""));
        byte[] compressed =
                SignedFiles.dataHashed(SignedFiles.inPng(), 0, manifest("m").kind("c2cm"));
        byte[] unreadable =
                SignedFiles.dataHashed(
                        SignedFiles.inPng(),
                        0,
                        manifest("m").with("c2pa.ingredient", new byte[] {(byte) 0xBF, 0x61}));
        byte[] collection =
                SignedFiles.inPng()
                        .place(
                                TestManifest.store(
                                        manifest("m")
                                                .created(AI)
                                                .with(
                                                        "c2pa.hash.collection.data",
                                                        Map.of(
                                                                "alg",
                                                                "sha256",
                                                                "uris",
                                                                List.of(
                                                                        Map.of(
                                                                                "uri",
                                                                                "a.png",
                                                                                "hash",
                                                                                new byte[32]))))));
        assertEquals(
                List.of("packwitness.binding.notChecked"), inspect(collection).c2pa().failures());
        for (byte[] file : List.of(withoutAlgorithm, compressed, unreadable, collection)) {
            Inspection found = inspect(file);
            assertEquals(FindingKind.C2PA_UNREADABLE, found.finding(), found.c2pa().toString());
            assertTrue(found.c2pa().present());
            assertFalse(found.c2pa().intact());
        }
    }

    @Test
    void packedManifestIsReadLikeAnyOther() throws Exception {
        byte[] file =
                SignedFiles.dataHashed(SignedFiles.inPng(), 0, manifest("m").created(AI).packed());
        Inspection found = inspect(file);
        assertTrue(found.c2pa().intact(), found.c2pa().toString());
        assertTrue(found.c2pa().aiInActive());
        file[file.length - 20] ^= 1;
        assertFalse(inspect(file).c2pa().intact());
    }

    @Test
    void secondStoreInOneFileIsRefused() throws Exception {
        byte[] one = SignedFiles.dataHashed(SignedFiles.inPng(), 0, manifest("m1").created(AI));
        byte[] store = TestManifest.store(manifest("m2").created("digitalCapture"));
        byte[] two =
                Carriers.join(
                        Arrays.copyOf(one, 33),
                        Carriers.chunk("caBX", store),
                        Arrays.copyOfRange(one, 33, one.length));
        assertFalse(inspect(two).c2pa().intact());
    }
}
