package packwitness.claim;

import packwitness.value.Fen;
import packwitness.value.ShipmentId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What is known when a claim is opened. See {@link RefundClaim}. */
public record NewClaim(
        ShipmentId shipment,
        String platform,
        String reason,
        Fen amount,
        boolean obtained,
        LocalDate filedOn,
        Optional<Instant> deadline,
        Optional<String> buyer) {}
