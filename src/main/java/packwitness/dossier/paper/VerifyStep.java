package packwitness.dossier.paper;

/**
 * A step of checking with stock tools.
 *
 * @param command one or more lines to type
 * @param expected what must come out
 */
public record VerifyStep(String purpose, String command, String expected) {}
