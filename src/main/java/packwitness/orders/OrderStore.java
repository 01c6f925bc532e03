package packwitness.orders;

import org.jspecify.annotations.Nullable;

import packwitness.storage.Row;
import packwitness.storage.Transaction;
import packwitness.value.Fen;
import packwitness.value.WaybillNo;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the orders of one import and notes what it changes of those that were there before. Called
 * on the writer's thread only.
 */
final class OrderStore {
    private static final int REMEMBERED_TITLES = 20_000;

    /** Files without a platform of their own add to the orders of any platform. */
    static final List<String> NO_PLATFORM = List.of(Headings.OTHER, "erp");

    private final long importId;
    private final String platform;
    private final FileKind kind;
    private final Troubles troubles;
    private final Map<String, Long> titles =
            new LinkedHashMap<>(1024, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                    return size() > REMEMBERED_TITLES;
                }
            };

    /** What keeping an order did. */
    enum Did {
        MADE,
        CHANGED,
        NOTHING
    }

    OrderStore(long importId, String platform, FileKind kind, Troubles troubles) {
        this.importId = importId;
        this.platform = platform;
        this.kind = kind;
        this.troubles = troubles;
    }

    private record Known(
            long id,
            String platform,
            Optional<String> buyer,
            Optional<String> note,
            Optional<Long> paid,
            Optional<Long> placedAt,
            Optional<Long> shippedAt,
            Optional<String> status,
            long lastImport) {

        static Known of(Row row) throws SQLException {
            return new Known(
                    row.number("id"),
                    row.text("platform"),
                    row.maybeText("buyer"),
                    row.maybeText("note"),
                    row.maybeNumber("paid"),
                    row.maybeNumber("placed_at"),
                    row.maybeNumber("shipped_at"),
                    row.maybeText("status"),
                    row.maybeNumber("last_import").orElse(0L));
        }
    }

    /** Keeps what the draft says; a repeated call with the same draft does nothing more. */
    Did keep(Transaction tx, Draft draft) throws SQLException {
        if (kind == FileKind.REFUNDS) return refunds(tx, draft) ? Did.CHANGED : Did.NOTHING;
        List<Known> all =
                tx.list("SELECT * FROM shop_order WHERE order_no = ?", Known::of, draft.number);
        Optional<Known> known = ours(all);
        if (known.isEmpty() && all.size() > 1 && NO_PLATFORM.contains(platform)) {
            troubles.add(RowTrouble.Kind.SEVERAL_ORDERS, draft.row, "", draft.number);
            return Did.NOTHING;
        }
        Did did;
        if (known.isEmpty()) {
            make(tx, draft);
            did = Did.MADE;
        } else did = change(tx, known.get(), draft) ? Did.CHANGED : Did.NOTHING;
        return refunds(tx, draft) && did == Did.NOTHING ? Did.CHANGED : did;
    }

    /** An order of the same platform, else one that either side does not place. */
    private Optional<Known> ours(List<Known> all) {
        for (Known known : all) if (known.platform().equals(platform)) return Optional.of(known);
        if (NO_PLATFORM.contains(platform) && all.size() == 1) return Optional.of(all.getFirst());
        return all.stream().filter(known -> NO_PLATFORM.contains(known.platform())).findFirst();
    }

    private void make(Transaction tx, Draft draft) throws SQLException {
        long id = tx.nextId();
        tx.run(
                "INSERT INTO shop_order (id, platform, order_no, buyer, note, paid, placed_at,"
                        + " shipped_at, status, import_id, last_import) VALUES"
                        + " (?,?,?,?,?,?,?,?,?,?,?)",
                id,
                platform,
                draft.number,
                draft.buyer,
                draft.note,
                draft.paid,
                draft.placedAt,
                draft.shippedAt,
                draft.status,
                importId,
                importId);
        insert(tx, id, 0, draft.items);
        for (String waybill : draft.waybills) link(tx, id, waybill, draft.carrier);
    }

    private boolean change(Transaction tx, Known known, Draft draft) throws SQLException {
        boolean again = known.lastImport() == importId;
        boolean changed = false;
        if (NO_PLATFORM.contains(known.platform()) && !NO_PLATFORM.contains(platform))
            changed |= set(tx, known.id(), "platform", known.platform(), platform);
        changed |= text(tx, known, "buyer", known.buyer(), draft.buyer, again);
        changed |= text(tx, known, "note", known.note(), draft.note, again);
        changed |= number(tx, known, "paid", known.paid(), fen(draft.paid), again);
        changed |= number(tx, known, "placed_at", known.placedAt(), ms(draft.placedAt), again);
        changed |= number(tx, known, "shipped_at", known.shippedAt(), ms(draft.shippedAt), again);
        changed |= text(tx, known, "status", known.status(), draft.status, again);
        changed |= items(tx, known, draft, again);
        for (String waybill : draft.waybills)
            changed |= link(tx, known.id(), waybill, draft.carrier);
        if (!again)
            tx.run("UPDATE shop_order SET last_import = ? WHERE id = ?", importId, known.id());
        return changed;
    }

    /** What an earlier row of this file said stays; what an earlier file said gives way. */
    private boolean text(
            Transaction tx,
            Known known,
            String column,
            Optional<String> now,
            @Nullable String said,
            boolean again)
            throws SQLException {
        if (said == null || now.isPresent() && (again || now.get().equals(said))) return false;
        return set(tx, known.id(), column, now.orElse(null), said);
    }

    private boolean number(
            Transaction tx,
            Known known,
            String column,
            Optional<Long> now,
            @Nullable Long said,
            boolean again)
            throws SQLException {
        if (said == null || now.isPresent() && (again || now.get().equals(said))) return false;
        note(tx, known.id(), column, now.map(String::valueOf).orElse(null), said.toString());
        tx.run("UPDATE shop_order SET " + column + " = ? WHERE id = ?", said, known.id());
        return true;
    }

    private boolean set(
            Transaction tx, long id, String column, @Nullable String before, String after)
            throws SQLException {
        note(tx, id, column, before, after);
        tx.run("UPDATE shop_order SET " + column + " = ? WHERE id = ?", after, id);
        return true;
    }

    /**
     * Goods are replaced by what the same platform says anew; a file of another kind, which may
     * list them in one word, only adds them where there are none.
     */
    private boolean items(Transaction tx, Known known, Draft draft, boolean again)
            throws SQLException {
        if (draft.items.isEmpty()) return false;
        List<Order.Item> now = OrderTable.items(tx, known.id());
        if (again) {
            // The rest of an order whose rows lie far apart in the file.
            List<Order.Item> all = new ArrayList<>(now);
            all.addAll(draft.items);
            if (isMadeHere(tx, known.id())) insert(tx, known.id(), now.size(), draft.items);
            else replace(tx, known.id(), now, all);
            return true;
        }
        boolean sameShop =
                known.platform().equals(platform) || NO_PLATFORM.contains(known.platform());
        if (now.equals(draft.items) || !now.isEmpty() && !sameShop) return false;
        replace(tx, known.id(), now, draft.items);
        return true;
    }

    private boolean isMadeHere(Transaction tx, long order) throws SQLException {
        return tx.first(
                        "SELECT 1 AS yes FROM shop_order WHERE id = ? AND import_id = ?",
                        row -> true,
                        order,
                        importId)
                .isPresent();
    }

    private void replace(Transaction tx, long id, List<Order.Item> before, List<Order.Item> after)
            throws SQLException {
        note(tx, id, "items", Kept.items(before), Kept.items(after));
        tx.run("DELETE FROM order_item WHERE order_id = ?", id);
        insert(tx, id, 0, after);
    }

    private void insert(Transaction tx, long id, int from, List<Order.Item> items)
            throws SQLException {
        int line = from;
        for (Order.Item item : items)
            tx.run(
                    "INSERT INTO order_item (order_id, line, title_id, variant, sku, quantity)"
                            + " VALUES (?,?,?,?,?,?)",
                    id,
                    ++line,
                    title(tx, item.title()),
                    item.variant(),
                    item.sku(),
                    item.quantity());
    }

    private long title(Transaction tx, String text) throws SQLException {
        Long known = titles.get(text);
        if (known != null) return known;
        tx.run("INSERT OR IGNORE INTO title (text) VALUES (?)", text);
        long id =
                tx.first("SELECT id FROM title WHERE text = ?", row -> row.number("id"), text)
                        .orElseThrow();
        titles.put(text, id);
        return id;
    }

    /** A transaction that failed may have taken new titles with it. */
    void forgetTitles() {
        titles.clear();
    }

    private boolean link(Transaction tx, long order, String text, @Nullable String carrier)
            throws SQLException {
        String waybill = new WaybillNo(text).text();
        boolean linked =
                tx.run(
                                "INSERT OR IGNORE INTO order_waybill (order_id, waybill, carrier,"
                                        + " import_id) VALUES (?,?,?,?)",
                                order,
                                waybill,
                                carrier,
                                importId)
                        > 0;
        if (linked) return true;
        // The desk or an earlier file has tied them; this file says so too, and takes it over, so
        // that undoing the earlier one alone does not part them.
        Optional<Long> by =
                tx.first(
                                "SELECT import_id FROM order_waybill WHERE order_id = ? AND waybill"
                                        + " = ?",
                                row -> row.maybeNumber("import_id"),
                                order,
                                waybill)
                        .flatMap(found -> found);
        if (by.isEmpty() || by.get() == importId) return false;
        note(tx, order, "waybill:" + waybill, by.get().toString(), String.valueOf(importId));
        tx.run(
                "UPDATE order_waybill SET import_id = ? WHERE order_id = ? AND waybill = ?",
                importId,
                order,
                waybill);
        return false;
    }

    private record KnownRefund(
            long id,
            String state,
            String words,
            Optional<Long> amount,
            Optional<Long> until,
            Optional<String> reason,
            String kind,
            long told) {

        static KnownRefund of(Row row) throws SQLException {
            return new KnownRefund(
                    row.number("id"),
                    row.text("state"),
                    row.text("words"),
                    row.maybeNumber("amount"),
                    row.maybeNumber("until_at"),
                    row.maybeText("reason"),
                    row.text("kind"),
                    row.number("told_at"));
        }
    }

    private boolean refunds(Transaction tx, Draft draft) throws SQLException {
        boolean changed = false;
        for (Line.RefundLine refund : draft.refunds) changed |= refund(tx, draft.number, refund);
        return changed;
    }

    private boolean refund(Transaction tx, String order, Line.RefundLine said) throws SQLException {
        Optional<KnownRefund> known =
                tx.first(
                        "SELECT * FROM order_refund WHERE platform = ? AND order_no = ? AND"
                                + " refund_no = ?",
                        KnownRefund::of,
                        platform,
                        order,
                        said.number());
        Optional<RefundState> state =
                said.words().isEmpty()
                        ? Optional.of(RefundState.OPEN)
                        : RefundState.of(said.words());
        if (known.isEmpty()) return state.isPresent() && make(tx, order, said, state.get());
        KnownRefund now = known.get();
        String next = state.orElse(RefundState.CLOSED).name();
        Long amount = fen(said.amount().orElse(null));
        boolean told =
                !now.state().equals(next)
                        || !now.words().equals(said.words())
                        || amount != null && !now.amount().equals(Optional.of(amount));
        // Heard again is heard later: the desk says how old its knowledge is.
        tx.run("UPDATE order_refund SET told_at = ? WHERE id = ?", tx.now(), now.id());
        if (!told) return false;
        note(tx, now.id(), "refund", refund(now), refund(next, said.words(), amount, now));
        tx.run(
                "UPDATE order_refund SET state = ?, words = ?, amount = coalesce(?, amount),"
                    + " until_at = coalesce(?, until_at), reason = coalesce(reason, ?), carried = 0"
                    + " WHERE id = ?",
                next,
                said.words(),
                amount,
                said.until(),
                said.reason(),
                now.id());
        return true;
    }

    private static String refund(KnownRefund now) {
        return Kept.row(
                List.of(now.state(), now.words(), now.amount().map(String::valueOf).orElse("")));
    }

    private static String refund(
            String state, String words, @Nullable Long amount, KnownRefund now) {
        Optional<Long> next = amount == null ? now.amount() : Optional.of(amount);
        return Kept.row(List.of(state, words, next.map(String::valueOf).orElse("")));
    }

    private boolean make(Transaction tx, String order, Line.RefundLine said, RefundState state)
            throws SQLException {
        tx.run(
                "INSERT INTO order_refund (id, platform, order_no, refund_no, kind, state, words,"
                        + " reason, amount, filed_at, until_at, told_at, import_id) VALUES"
                        + " (?,?,?,?,?,?,?,?,?,?,?,?,?)",
                tx.nextId(),
                platform,
                order,
                said.number(),
                RefundKind.of(said.kind().isEmpty() ? said.words() : said.kind()),
                state,
                said.words(),
                said.reason(),
                said.amount(),
                said.filedAt(),
                said.until(),
                tx.now(),
                importId);
        return true;
    }

    /** Of several changes by one import the first state before and the last one after count. */
    private void note(
            Transaction tx, long id, String what, @Nullable String before, @Nullable String after)
            throws SQLException {
        tx.run(
                "INSERT INTO order_change (import_id, order_id, what, before, after) VALUES"
                        + " (?,?,?,?,?) ON CONFLICT DO UPDATE SET after = excluded.after",
                importId,
                id,
                what,
                before,
                after);
    }

    private static @Nullable Long fen(@Nullable Fen fen) {
        return fen == null ? null : fen.amount();
    }

    private static @Nullable Long ms(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
