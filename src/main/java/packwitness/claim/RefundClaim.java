package packwitness.claim;

import packwitness.ledger.Facts;
import packwitness.value.ClaimId;
import packwitness.value.Fen;
import packwitness.value.ShipmentId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One refund claim against a parcel.
 *
 * @param reason what the buyer says is wrong, in the buyer's words
 * @param obtained whether the money has gone; otherwise it was only asked for
 * @param filedOn the day of the act, in Asia/Shanghai
 * @param deadline when the platform stops listening
 * @param facts further facts for the law, in the names of {@link ClaimFacts}
 */
public record RefundClaim(
        ClaimId id,
        ShipmentId shipment,
        String platform,
        String reason,
        Fen amount,
        boolean obtained,
        LocalDate filedOn,
        Optional<Instant> deadline,
        Optional<String> buyer,
        Map<String, String> facts,
        ClaimState state,
        Optional<String> decidedBy,
        Instant openedAt,
        List<ClaimFile> files) {

    public RefundClaim {
        facts = Map.copyOf(new TreeMap<>(facts));
        files = List.copyOf(files);
    }

    /** Returns the files of one role, in the order in which they came. */
    public List<ClaimFile> files(FileRole role) {
        return files.stream().filter(file -> file.role() == role).toList();
    }

    /** Begins what the ledger says of a step in the life of this claim. */
    Facts step(String name) {
        return Facts.of().shipment(shipment).claim(id).with("step", name);
    }
}
