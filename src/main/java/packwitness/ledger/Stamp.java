package packwitness.ledger;

import java.time.Instant;

/**
 * A time stamp of a checkpoint, as it came back.
 *
 * @param size of the checkpoint
 * @param kind as configured when it was asked for
 * @param request DER TimeStampReq
 * @param response DER TimeStampResp
 * @param seq of the STAMP row that records it
 */
public record Stamp(
        long size,
        String authority,
        AuthorityKind kind,
        byte[] request,
        byte[] response,
        Instant genTime,
        long seq) {
    public Stamp {
        request = request.clone();
        response = response.clone();
    }

    @Override
    public byte[] request() {
        return request.clone();
    }

    @Override
    public byte[] response() {
        return response.clone();
    }
}
