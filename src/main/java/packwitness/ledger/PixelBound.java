package packwitness.ledger;

import java.time.Instant;

/**
 * A lower bound of the picture itself: the code of a checkpoint was read in a frame, and nobody
 * knew that code before the stamp on which the checkpoint rests.
 *
 * @param frame running number of the frame at the camera
 * @param code eight characters
 * @param size of the checkpoint
 * @param notBefore time of the newest stamp whose row the checkpoint covers
 */
public record PixelBound(
        long frame, String code, long size, Instant notBefore, AuthorityKind notBeforeBy) {}
