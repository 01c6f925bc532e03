package packwitness.shop;

import packwitness.claim.ClaimBook;
import packwitness.claim.ClaimState;
import packwitness.claim.NewClaim;
import packwitness.claim.RefundClaim;
import packwitness.orders.Order;
import packwitness.orders.OrderTable;
import packwitness.orders.Refund;
import packwitness.orders.RefundKind;
import packwitness.orders.RefundState;
import packwitness.orders.RefundTable;
import packwitness.storage.Vault;
import packwitness.value.ClaimId;
import packwitness.value.Failure;
import packwitness.value.Fen;
import packwitness.value.ShipmentId;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Carries refunds that a file told to the claims: opens one, or brings it up to date. Cut short,
 * the next call goes on: a refund counts as carried only when its claim is durable. Safe for any
 * thread.
 */
public final class RefundCarrier {
    private static final int AT_ONCE = 200;
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final Vault vault;
    private final ClaimBook claims;
    private final Clock clock;

    RefundCarrier(Vault vault, ClaimBook claims, Clock clock) {
        this.vault = vault;
        this.claims = claims;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param opened claims that are new
     * @param updated claims that heard news
     * @param unrecorded refunds of parcels that were never recorded; they wait
     * @param noted refunds that need no claim: withdrawn ones, exchanges, returns of the goods
     */
    public record Carried(int opened, int updated, int unrecorded, int noted) {}

    private enum Did {
        OPENED,
        UPDATED,
        UNRECORDED,
        NOTED
    }

    /**
     * Carries everything that is due.
     *
     * @param returnsToo whether a claim is opened also where the buyer sends the goods back
     */
    public synchronized Carried carry(boolean returnsToo) throws Failure {
        int[] counts = new int[Did.values().length];
        long after = 0;
        while (true) {
            long from = after;
            List<Refund> some = vault.database().read(tx -> RefundTable.due(tx, from, AT_ONCE));
            if (some.isEmpty()) return new Carried(counts[0], counts[1], counts[2], counts[3]);
            for (Refund refund : some) counts[carry(refund, returnsToo).ordinal()]++;
            after = some.getLast().id();
        }
    }

    private Did carry(Refund refund, boolean returnsToo) throws Failure {
        Optional<Order> order = order(refund);
        Optional<ShipmentId> parcel = parcel(refund);
        if (parcel.isEmpty()) return Did.UNRECORDED;
        Optional<RefundClaim> known = known(refund, parcel.get());
        if (known.isPresent()) {
            bringUpToDate(known.get(), refund);
            done(refund, Optional.of(known.get().id()));
            return Did.UPDATED;
        }
        boolean wanted =
                refund.state() != RefundState.CLOSED
                        && refund.kind() != RefundKind.EXCHANGE
                        && (returnsToo || refund.kind() != RefundKind.RETURN);
        if (!wanted) {
            done(refund, Optional.empty());
            return Did.NOTED;
        }
        RefundClaim made =
                claims.open(
                        new NewClaim(
                                parcel.get(),
                                refund.platform(),
                                refund.reason().orElse(refund.words()),
                                refund.amount()
                                        .or(() -> order.flatMap(Order::paid))
                                        .orElse(Fen.ZERO),
                                refund.state() == RefundState.PAID,
                                refund.filedAt()
                                        .map(at -> LocalDate.ofInstant(at, BEIJING))
                                        .orElse(LocalDate.ofInstant(clock.instant(), BEIJING)),
                                refund.until(),
                                order.flatMap(Order::buyer)));
        done(refund, Optional.of(made.id()));
        return Did.OPENED;
    }

    private void bringUpToDate(RefundClaim claim, Refund refund) throws Failure {
        if (refund.state() == RefundState.CLOSED) {
            if (claim.state() == ClaimState.OPEN)
                claims.outcome(claim.id(), ClaimState.WITHDRAWN, refund.words());
            return;
        }
        claims.told(
                claim.id(),
                refund.amount(),
                refund.state() == RefundState.PAID || claim.obtained(),
                refund.until());
    }

    /** The claim that this refund opened, else an open one of the parcel that a person opened. */
    private Optional<RefundClaim> known(Refund refund, ShipmentId parcel) throws Failure {
        if (refund.claim().isPresent()) return Optional.of(claims.show(refund.claim().get()));
        List<Long> taken =
                vault.database()
                        .read(tx ->
                                tx.list(
                                        "SELECT claim_id FROM order_refund WHERE claim_id IS NOT"
                                                + " NULL AND order_no = ?",
                                        row -> row.number("claim_id"),
                                        refund.order().text()));
        List<Long> open =
                vault.database()
                        .read(tx ->
                                tx.list(
                                        "SELECT id FROM claim WHERE shipment_id = ? AND state ="
                                                + " 'OPEN' ORDER BY id",
                                        row -> row.number("id"),
                                        parcel.value()));
        for (long id : open)
            if (!taken.contains(id)) return Optional.of(claims.show(new ClaimId(id)));
        return Optional.empty();
    }

    private Optional<Order> order(Refund refund) throws Failure {
        List<Order> all = vault.database().read(tx -> OrderTable.ofNumber(tx, refund.order()));
        return all.stream()
                .filter(order -> order.platform().equals(refund.platform()))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** The newest parcel that was sent under the order's waybill or named by its code. */
    private Optional<ShipmentId> parcel(Refund refund) throws Failure {
        return vault.database()
                .read(tx ->
                        tx.first(
                                "SELECT max(id) AS id FROM (SELECT s.id FROM shop_order o JOIN"
                                        + " order_waybill w ON w.order_id = o.id JOIN shipment s ON"
                                        + " s.waybill = w.waybill WHERE o.order_no = ?1 UNION ALL"
                                        + " SELECT shipment_id FROM shipment_code WHERE kind ="
                                        + " 'ORDER' AND code = ?1) HAVING max(id) IS NOT NULL",
                                row -> new ShipmentId(row.number("id")),
                                refund.order().text()));
    }

    private void done(Refund refund, Optional<ClaimId> claim) throws Failure {
        vault.database()
                .write(tx -> {
                    RefundTable.carried(tx, refund, claim);
                    return true;
                });
    }
}
