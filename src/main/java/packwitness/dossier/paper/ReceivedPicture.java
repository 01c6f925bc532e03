package packwitness.dossier.paper;

import packwitness.value.Sha256;

import java.time.Instant;
import java.util.List;

/**
 * A picture that the buyer handed in.
 *
 * @param received hash of the bytes as they came in
 * @param format file format as recognised
 * @param obtained how this copy was obtained, such as a download from the after-sale page
 * @param checkedWith program, list of trusted signers and day of the inspection, empty if none
 */
public record ReceivedPicture(
        ExhibitNo exhibit,
        String name,
        Picture picture,
        Sha256 received,
        long bytes,
        String format,
        Instant receivedAt,
        String obtained,
        String checkedWith,
        List<PictureFinding> findings) {
    public ReceivedPicture {
        findings = List.copyOf(findings);
    }
}
