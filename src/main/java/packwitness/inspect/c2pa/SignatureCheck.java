package packwitness.inspect.c2pa;

import packwitness.inspect.container.Bytes;
import packwitness.inspect.container.Damage;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What the signature of one manifest tells; empty texts where it could not be read.
 *
 * @param trusted whether the signer leads to the list and was valid when it counts
 */
record SignatureCheck(String signer, String algorithm, String signedAt, boolean trusted) {
    private static final SignatureCheck NONE = new SignatureCheck("", "", "", false);

    /** Checks and adds the failure codes. */
    static SignatureCheck of(
            Manifest manifest, TrustList trust, Instant today, Set<String> failures) {
        Optional<Bytes> bytes = manifest.signature();
        if (bytes.isEmpty()) {
            failures.add(Failures.SIGNATURE_MISSING);
            return NONE;
        }
        try {
            return of(manifest, CoseSignature.read(bytes.get()), trust, today, failures);
        } catch (Damage e) {
            failures.add(Failures.SIGNATURE_MISSING);
            return NONE;
        }
    }

    private static SignatureCheck of(
            Manifest manifest,
            CoseSignature cose,
            TrustList trust,
            Instant today,
            Set<String> failures)
            throws Damage {
        if (cose.algorithmName().isEmpty()) failures.add(Failures.ALGORITHM);
        boolean fits = cose.fits(manifest.claimBytes());
        if (!fits) failures.add(Failures.SIGNATURE_MISMATCH);
        Optional<TimeStamp> stamp = cose.stamp(manifest.claimBytes()).flatMap(TimeStamp::read);
        boolean stampTrusted = stamp.filter(s -> trust.leads(s.authority(), s.at())).isPresent();
        // Only a time that somebody trusted attests may carry a certificate past its end.
        Instant counts = stampTrusted ? stamp.orElseThrow().at() : today;
        boolean valid = CertificateDates.cover(cose.signer(), counts);
        boolean allowed = CertificateProfile.allows(cose.signer());
        boolean listed = trust.leads(cose.chain(), counts);
        if (!valid) failures.add(Failures.EXPIRED);
        if (!allowed) failures.add(Failures.CREDENTIAL);
        if (!listed) failures.add(Failures.UNTRUSTED);
        String time =
                stamp.map(s -> s.at() + (stampTrusted ? " (trusted)" : " (not trusted)"))
                        .orElse("");
        return new SignatureCheck(
                Signer.name(cose.signer()),
                cose.algorithmName(),
                time,
                fits && valid && allowed && listed);
    }
}
