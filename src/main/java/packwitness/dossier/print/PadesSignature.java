package packwitness.dossier.print;

import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.PdfSignatureAppearance;
import org.openpdf.text.pdf.PdfStamper;
import org.openpdf.text.pdf.PdfString;

import packwitness.dossier.paper.DossierProblem;
import packwitness.value.Beijing;
import packwitness.value.Failure;
import packwitness.value.Sha256;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;

/**
 * Signs a finished PDF as PAdES B-T, or B-B where there is no authority: one appended revision that
 * covers the whole file, the time stamp over the signature inside it.
 */
final class PadesSignature {
    /** Bytes kept for the signature, the chain and the token; a usual one takes a third. */
    private static final int ROOM = 10_000;

    private final PdfSigner signer;

    PadesSignature(PdfSigner signer) {
        this.signer = signer;
    }

    /** Writes the signed file beside the unsigned one, which stays. */
    void sign(Path unsigned, Path signed, Instant at) throws Failure {
        File scratch = signed.resolveSibling(signed.getFileName() + ".x").toFile();
        try (PdfReader reader = new PdfReader(unsigned.toString());
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(signed))) {
            PdfStamper stamper = PdfStamper.createSignature(reader, out, null, scratch, true);
            GregorianCalendar when = GregorianCalendar.from(at.atZone(Beijing.TIME));
            stamper.setEnforcedModificationDate(when);
            PdfSignatureAppearance appearance = stamper.getSignatureAppearance();
            appearance.setCryptoDictionary(dictionary(when));
            Map<PdfName, Integer> room = new HashMap<>();
            room.put(PdfName.CONTENTS, ROOM * 2 + 2);
            appearance.preClose(room);
            byte[] signature;
            try (InputStream covered = appearance.getRangeStream()) {
                CMSSignedData own = cms(covered);
                CMSSignedData whole =
                        signer.stamper().isPresent() ? stamped(own, signer.stamper().get()) : own;
                signature = whole.getEncoded("DER");
            }
            if (signature.length > ROOM)
                throw new Failure(DossierProblem.NOT_SIGNED, signature.length + " > " + ROOM);
            byte[] padded = java.util.Arrays.copyOf(signature, ROOM);
            PdfDictionary filled = new PdfDictionary();
            filled.put(PdfName.CONTENTS, new PdfString(padded).setHexWriting(true));
            appearance.close(filled);
        } catch (IOException e) {
            throw new Failure(DossierProblem.NOT_WRITABLE, e, signed);
        } catch (CMSException | OperatorCreationException | GeneralSecurityException e) {
            throw new Failure(DossierProblem.NOT_SIGNED, e, e.toString());
        } finally {
            discard(scratch.toPath());
        }
    }

    private static void discard(Path scratch) throws Failure {
        try {
            Files.deleteIfExists(scratch);
        } catch (IOException e) {
            throw new Failure(DossierProblem.NOT_WRITABLE, e, scratch);
        }
    }

    private PdfDictionary dictionary(GregorianCalendar when) {
        PdfDictionary dictionary = new PdfDictionary(PdfName.SIG);
        dictionary.put(PdfName.FILTER, PdfName.ADOBE_PPKLITE);
        dictionary.put(PdfName.SUBFILTER, new PdfName("ETSI.CAdES.detached"));
        dictionary.put(PdfName.M, new PdfDate(when));
        dictionary.put(PdfName.REASON, new PdfString("证据材料定稿", PdfObject.TEXT_UNICODE));
        return dictionary;
    }

    private CMSSignedData cms(InputStream covered)
            throws IOException, CMSException, OperatorCreationException, GeneralSecurityException {
        X509Certificate own = signer.chain().getFirst();
        ESSCertIDv2 id = new ESSCertIDv2(Sha256.of(own.getEncoded()).bytes());
        ASN1EncodableVector signed = new ASN1EncodableVector();
        signed.add(
                new Attribute(
                        PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                        new DERSet(new SigningCertificateV2(new ESSCertIDv2[] {id}))));
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(
                new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                        .setSignedAttributeGenerator(
                                new PadesAttributes(new AttributeTable(signed)))
                        .build(new JcaContentSignerBuilder(algorithm()).build(signer.key()), own));
        generator.addCertificates(new JcaCertStore(List.<Certificate>copyOf(signer.chain())));
        return generator.generate(new Streamed(covered), false);
    }

    private String algorithm() {
        return switch (signer.key().getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default ->
                    throw new IllegalArgumentException(
                            "readers of PDF do not know " + signer.key().getAlgorithm());
        };
    }

    private CMSSignedData stamped(CMSSignedData signed, Stamper stamper)
            throws Failure, IOException {
        SignerInformation info = signed.getSignerInfos().getSigners().iterator().next();
        TimeStampToken token = token(Sha256.of(info.getSignature()).bytes(), stamper);
        ASN1EncodableVector unsigned = new ASN1EncodableVector();
        unsigned.add(
                new Attribute(
                        PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
                        new DERSet(ASN1Primitive.fromByteArray(token.getEncoded()))));
        SignerInformation stamped =
                SignerInformation.replaceUnsignedAttributes(info, new AttributeTable(unsigned));
        return CMSSignedData.replaceSigners(signed, new SignerInformationStore(List.of(stamped)));
    }

    private TimeStampToken token(byte[] imprint, Stamper stamper) throws Failure {
        try {
            TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            TimeStampRequest request =
                    generator.generate(
                            TSPAlgorithms.SHA256, imprint, new BigInteger(64, new SecureRandom()));
            TimeStampResponse response = new TimeStampResponse(stamper.stamp(request.getEncoded()));
            response.validate(request);
            TimeStampToken token = response.getTimeStampToken();
            if (token == null)
                throw new Failure(DossierProblem.NOT_STAMPED, "" + response.getStatusString());
            checkSignature(token);
            return token;
        } catch (TSPException
                | IOException
                | CMSException
                | OperatorCreationException
                | GeneralSecurityException e) {
            throw new Failure(DossierProblem.NOT_STAMPED, e, e.toString());
        }
    }

    /** A token that its own certificate does not bear out would spoil the paper for good. */
    private static void checkSignature(TimeStampToken token)
            throws TSPException,
                    CMSException,
                    OperatorCreationException,
                    GeneralSecurityException,
                    Failure {
        for (X509CertificateHolder sent :
                token.toCMSSignedData().getCertificates().getMatches(null))
            if (token.getSID().match(sent)) {
                token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(sent));
                return;
            }
        throw new Failure(DossierProblem.NOT_STAMPED, "no certificate");
    }

    /** PAdES wants no signing time among the signed attributes: the dictionary carries it. */
    private static final class PadesAttributes implements CMSAttributeTableGenerator {
        private final DefaultSignedAttributeTableGenerator usual;

        PadesAttributes(AttributeTable own) {
            usual = new DefaultSignedAttributeTableGenerator(own);
        }

        @Override
        @SuppressWarnings("rawtypes")
        public AttributeTable getAttributes(Map parameters) {
            Hashtable<?, ?> table = usual.getAttributes(parameters).toHashtable();
            table.remove(CMSAttributes.signingTime);
            table.remove(CMSAttributes.cmsAlgorithmProtect);
            return new AttributeTable(table);
        }
    }

    /** The covered bytes, read once from the disk, so that a large paper needs no large heap. */
    private record Streamed(InputStream in) implements CMSTypedData {
        @Override
        public org.bouncycastle.asn1.ASN1ObjectIdentifier getContentType() {
            return PKCSObjectIdentifiers.data;
        }

        @Override
        public void write(OutputStream out) throws IOException {
            in.transferTo(out);
        }

        @Override
        public Object getContent() {
            return in;
        }
    }
}
