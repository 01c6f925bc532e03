package packwitness.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.DSAEncoding;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.junit.jupiter.api.Test;

import packwitness.inspect.c2pa.TrustList;
import packwitness.inspect.label.LabelKeys;
import packwitness.inspect.label.LabelSignature;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;

/** SM2 signatures in ReservedCode1 of a label. */
class LabelSignaturesTest {
    private static final X9ECParameters CURVE = GMNamedCurves.getByName("sm2p256v1");
    private static final ECDomainParameters DOMAIN = new ECDomainParameters(CURVE);
    private static final BigInteger SECRET = new BigInteger("123456789123456789123456789");
    private static final String USER = "1234567812345678";
    private static final LabelKeys KEYS =
            LabelKeys.of(
                    "- producer: \"%s\"\n  key: \"%s\"\n  message: \"{Label}{ContentProducer}{ProduceID}\"\n"
                            .formatted(
                                    Carriers.PRODUCER,
                                    HexFormat.of()
                                            .formatHex(
                                                    CURVE.getG()
                                                            .multiply(SECRET)
                                                            .normalize()
                                                            .getEncoded(false))));

    @Test
    void signatureOfTheProducerMakesTheLabelStrong() throws Exception {
        byte[] der = sign("1" + Carriers.PRODUCER + "id-1", StandardDSAEncoding.INSTANCE);
        byte[] raw = sign("1" + Carriers.PRODUCER + "id-1", PlainDSAEncoding.INSTANCE);
        assertGood(HexFormat.of().formatHex(der));
        assertGood(Base64.getEncoder().encodeToString(der));
        assertGood(HexFormat.of().formatHex(raw));
    }

    private static void assertGood(String reserved) {
        Inspection found = inspect(KEYS, reserved);
        assertEquals(LabelSignature.GOOD, found.labels().getFirst().signature());
        assertEquals(FindingKind.AI_LABEL_SIGNED, found.finding());
        assertEquals(Strength.A, found.signs().getFirst().strength());
    }

    @Test
    void signatureOverOtherFieldsIsCalledBad() throws Exception {
        byte[] other = sign("1" + Carriers.PRODUCER + "id-2", StandardDSAEncoding.INSTANCE);
        Inspection found = inspect(KEYS, HexFormat.of().formatHex(other));
        assertEquals(LabelSignature.BAD, found.labels().getFirst().signature());
        assertTrue(found.signs().stream().anyMatch(s -> s.kind() == SignKind.LABEL_SIGNATURE_BAD));
        assertEquals(LabelSignature.BAD, signature(KEYS, "30" + "45".repeat(70)));
    }

    @Test
    void signatureWithoutAKeyStaysUnchecked() throws Exception {
        String good =
                HexFormat.of()
                        .formatHex(
                                sign(
                                        "1" + Carriers.PRODUCER + "id-1",
                                        StandardDSAEncoding.INSTANCE));
        assertEquals(LabelSignature.NOT_CHECKABLE, signature(LabelKeys.none(), good));
        LabelKeys ofAnother = LabelKeys.of("- {producer: x, key: 04ff, message: a}\n- 7\n");
        assertEquals(0, ofAnother.size());
        assertEquals(0, LabelKeys.of("[: damaged").size());
        assertEquals(LabelSignature.NOT_CHECKABLE, signature(ofAnother, good));
        assertEquals(LabelSignature.ABSENT, signature(KEYS, "4cbd1c8e-uuid"));
    }

    private static LabelSignature signature(LabelKeys keys, String reserved) {
        return inspect(keys, reserved).labels().getFirst().signature();
    }

    private static Inspection inspect(LabelKeys keys, String reserved) {
        String json =
                Carriers.json("1")
                        .replace(
                                "\"ReservedCode1\":\"\"", "\"ReservedCode1\":\"" + reserved + "\"");
        byte[] file = Carriers.labelled(json).get("png-itxt-xmp");
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC);
        return new PictureInspector(TrustList.none(), keys, clock).inspect(file);
    }

    private static byte[] sign(String message, DSAEncoding form) throws CryptoException {
        SM2Signer signer = new SM2Signer(form);
        signer.init(
                true,
                new ParametersWithID(
                        new ECPrivateKeyParameters(SECRET, DOMAIN),
                        USER.getBytes(StandardCharsets.UTF_8)));
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        signer.update(bytes, 0, bytes.length);
        return signer.generateSignature();
    }
}
