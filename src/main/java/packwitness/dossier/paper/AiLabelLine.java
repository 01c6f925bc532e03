package packwitness.dossier.paper;

/**
 * A machine-readable label of AI making, read out of a received picture.
 *
 * @param form where it stands, such as {@code XMP TC260:AIGC}
 * @param label what it declares, in words
 * @param producer producing service, as written in the label
 * @param produceId the producer's number; may be empty
 * @param signature whether it is signed and by whom, in words
 */
public record AiLabelLine(
        ExhibitNo picture,
        String form,
        String label,
        String producer,
        String produceId,
        String propagator,
        String propagateId,
        String signature) {}
