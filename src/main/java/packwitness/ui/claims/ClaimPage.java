package packwitness.ui.claims;

import packwitness.claim.RefundClaim;
import packwitness.shipment.Shipment;

/** A claim with its parcel, as its page shows them. */
public record ClaimPage(RefundClaim claim, Shipment shipment) {}
