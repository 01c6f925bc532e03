package packwitness.ledger;

import packwitness.value.Failure;

/** Somebody who answers RFC 3161 requests. */
public interface TimestampAuthority {
    /** Returns the name kept with each stamp. */
    String name();

    AuthorityKind kind();

    /** Sends a DER TimeStampReq and returns the DER TimeStampResp, unchecked. */
    byte[] stamp(byte[] request) throws Failure;
}
