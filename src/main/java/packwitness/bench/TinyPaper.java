package packwitness.bench;

import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

import packwitness.ledger.DeviceKey;
import packwitness.value.Sha256;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.util.HexFormat;
import java.util.List;

/** As much of a signed PDF as its signature needs. */
final class TinyPaper {
    private static final int ROOM = 3000;

    private TinyPaper() {}

    static byte[] signed(DeviceKey key, String text) {
        String head =
                "%%PDF-1.7\n%%"
                        + text
                        + "\n1 0 obj <</Type/Sig /ByteRange [0 %06d %06d %06d] /Contents ";
        String tail = ">>\nendobj\n%%EOF\n";
        int first = bytes(head.formatted(0, 0, 0)).length;
        int second = first + 2 * ROOM + 2;
        byte[] before = bytes(head.formatted(first, second, tail.length()));
        byte[] after = bytes(tail);
        String hex = HexFormat.of().formatHex(cms(key, join(before, after)));
        return join(before, bytes("<" + hex + "0".repeat(2 * ROOM - hex.length()) + ">"), after);
    }

    private static byte[] cms(DeviceKey key, byte[] content) {
        try {
            ESSCertIDv2 id = new ESSCertIDv2(Sha256.of(key.certificate().getEncoded()).bytes());
            ASN1EncodableVector signed = new ASN1EncodableVector();
            signed.add(
                    new Attribute(
                            PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                            new DERSet(new SigningCertificateV2(new ESSCertIDv2[] {id}))));
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(
                                    new JcaDigestCalculatorProviderBuilder().build())
                            .setSignedAttributeGenerator(
                                    new DefaultSignedAttributeTableGenerator(
                                            new AttributeTable(signed)))
                            .build(
                                    new JcaContentSignerBuilder("SHA256withECDSA")
                                            .build(key.privateKey()),
                                    key.certificate()));
            generator.addCertificates(new JcaCertStore(List.of(key.certificate())));
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded("DER");
        } catch (IOException
                | CMSException
                | OperatorCreationException
                | CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) all.writeBytes(part);
        return all.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
