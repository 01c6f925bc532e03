package packwitness.dossier.print;

import packwitness.value.Failure;

/** Asks an authority for a time stamp. */
@FunctionalInterface
public interface Stamper {
    /** Returns the RFC 3161 response to the RFC 3161 request, both DER. */
    byte[] stamp(byte[] request) throws Failure;
}
