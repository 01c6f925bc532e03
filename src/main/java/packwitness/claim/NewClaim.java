package packwitness.claim;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import packwitness.value.Fen;
import packwitness.value.ShipmentId;

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
