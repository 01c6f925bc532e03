package packwitness.dossier.print;

import eu.europa.esig.dss.cms.CMS;
import eu.europa.esig.dss.cms.object.CMSObjectUtils;

import org.bouncycastle.asn1.ASN1InputStream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * Takes the zeros off the end of a signature before DSS 6.4 reads it: every PDF signature is padded
 * with zeros to the room kept for it, and BouncyCastle 1.87, unlike the 1.83 that DSS was built
 * with, refuses bytes after the structure.
 */
public final class UnpaddedCms extends CMSObjectUtils {
    @Override
    public CMS parseToCMS(byte[] padded) {
        return super.parseToCMS(unpadded(padded));
    }

    private static byte[] unpadded(byte[] padded) {
        try (ASN1InputStream in = new ASN1InputStream(padded)) {
            in.readObject();
            int end = padded.length - in.available();
            for (int i = end; i < padded.length; i++) if (padded[i] != 0) return padded;
            return Arrays.copyOf(padded, end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
