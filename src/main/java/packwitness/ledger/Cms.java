package packwitness.ledger;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

import packwitness.value.Sha256;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a signature over signed attributes leaves open in a CMS structure (RFC 5652): versions,
 * lists of algorithms, certificates and unsigned attributes. Whoever bends these must be found too.
 */
final class Cms {
    private Cms() {}

    /** Tells whether the fields that nobody signs say what the signed ones imply. */
    static boolean consistent(CMSSignedData data) {
        Set<String> digests = new HashSet<>();
        boolean byKeyId = false;
        for (SignerInformation signer : data.getSignerInfos().getSigners()) {
            boolean keyId = signer.getSID().getSubjectKeyIdentifier() != null;
            byKeyId |= keyId;
            if (signer.getVersion() != (keyId ? 3 : 1)) return false;
            digests.add(signer.getDigestAlgOID());
        }
        boolean plain = data.getSignedContentTypeOID().equals(PKCSObjectIdentifiers.data.getId());
        if (data.getVersion() != (plain && !byKeyId ? 1 : 3)) return false;
        Set<String> told = new HashSet<>();
        data.getDigestAlgorithmIDs().forEach(one -> told.add(one.getAlgorithm().getId()));
        return told.equals(digests);
    }

    /** Tells whether every certificate is the signer's, or was issued by one that is known. */
    static boolean certificatesHold(
            Collection<X509CertificateHolder> all, X509CertificateHolder signer, TrustList trust) {
        for (X509CertificateHolder one : all) {
            if (one.equals(signer) || trust.holds(one)) continue;
            boolean issued =
                    all.stream()
                                    .filter(other -> other.getSubject().equals(one.getIssuer()))
                                    .anyMatch(other -> Certificates.issued(other, one))
                            || trust.issuerOf(one).isPresent();
            if (!issued) return false;
        }
        return true;
    }

    /** Tells whether the signed attributes name this certificate, where they name one. */
    static boolean namesSigner(SignerInformation signer, X509CertificateHolder certificate)
            throws IOException {
        AttributeTable signed = signer.getSignedAttributes();
        Attribute told =
                signed == null
                        ? null
                        : signed.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (told == null) return true;
        ESSCertIDv2 first = SigningCertificateV2.getInstance(value(told)).getCerts()[0];
        return first.getHashAlgorithm().getAlgorithm().equals(NISTObjectIdentifiers.id_sha256)
                && Arrays.equals(
                        first.getCertHashObject().getOctets(),
                        Sha256.of(certificate.getEncoded()).bytes());
    }

    /** Returns the time stamp over a signature, if there is one. */
    static Optional<TimeStampToken> stamp(SignerInformation signer)
            throws CMSException, TSPException, IOException {
        AttributeTable unsigned = signer.getUnsignedAttributes();
        if (unsigned == null) return Optional.empty();
        if (unsigned.size() != 1) throw new CMSException("unsigned attributes of other kinds");
        Attribute token = unsigned.get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        if (token == null) throw new CMSException("an unsigned attribute of another kind");
        return Optional.of(
                new TimeStampToken(new CMSSignedData(value(token).toASN1Primitive().getEncoded())));
    }

    private static ASN1Encodable value(Attribute attribute) throws IOException {
        if (attribute.getAttrValues().size() != 1) throw new IOException("not one value");
        return attribute.getAttrValues().getObjectAt(0);
    }
}
