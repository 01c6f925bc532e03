package packwitness.orders;

import packwitness.ledger.EntryKind;
import packwitness.ledger.Facts;
import packwitness.ledger.Ledger;
import packwitness.storage.EvidenceFolder;
import packwitness.storage.Vault;
import packwitness.value.Failure;
import packwitness.value.Fen;
import packwitness.value.OrderId;
import packwitness.value.OrderNo;
import packwitness.value.Sha256;
import packwitness.value.WaybillNo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes in the order files of platforms; the same file twice changes nothing. Safe for any thread.
 */
public final class OrderImport {
    private static final Pattern SPOILT = Pattern.compile("\\d(\\.\\d+)?E\\+\\d+");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("[yyyy-M-d][yyyy/M/d] H:mm[:ss]");

    private final Vault vault;
    private final Ledger ledger;
    private final ZoneId zone;

    /**
     * @param zone in which the files' times are written
     */
    public OrderImport(Vault vault, Ledger ledger, ZoneId zone) {
        this.vault = vault;
        this.ledger = ledger;
        this.zone = zone;
    }

    /**
     * What came of a file.
     *
     * @param withoutWaybill orders that no waybill is known of yet
     * @param unmatched headings that were not understood and not taken in
     */
    public record Imported(
            Path file, String platform, int orders, int withoutWaybill, List<String> unmatched) {}

    /** Reads one file and keeps its orders, all of them or none. */
    public Imported take(Path file) throws Failure {
        List<List<String>> rows = Sheet.rows(file);
        Columns columns = Columns.of(rows.getFirst());
        if (!columns.places().containsKey(Columns.Field.ORDER))
            throw new Failure(
                    OrdersProblem.NO_ORDER_COLUMN, file, String.join("、", rows.getFirst()));
        Map<String, Order> orders = new LinkedHashMap<>();
        for (int i = 1; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            Optional<String> number = columns.cell(row, Columns.Field.ORDER);
            if (number.isEmpty()) continue;
            refuseSpoilt(file, i + 1, number);
            refuseSpoilt(file, i + 1, columns.cell(row, Columns.Field.WAYBILL));
            orders.merge(number.get(), order(columns, row, number.get()), OrderImport::merge);
        }
        Sha256 hash = hash(file);
        vault.database()
                .write(tx -> {
                    long id = tx.nextId();
                    tx.run(
                            "INSERT INTO order_import (id, file, sha256, platform, orders, at)"
                                    + " VALUES (?,?,?,?,?,?)",
                            id,
                            String.valueOf(file.getFileName()),
                            hash,
                            columns.platform(),
                            orders.size(),
                            tx.now());
                    for (Order order : orders.values()) OrderTable.upsert(tx, order, id);
                    return ledger.append(
                            tx,
                            EntryKind.IMPORT,
                            Facts.of()
                                    .with("sha256", hash)
                                    .with("platform", columns.platform())
                                    .with("orders", orders.size()));
                });
        int without = (int) orders.values().stream().filter(o -> o.waybills().isEmpty()).count();
        return new Imported(file, columns.platform(), orders.size(), without, columns.unmatched());
    }

    private Order order(Columns columns, List<String> row, String number) {
        List<Order.Item> items = new ArrayList<>();
        columns.cell(row, Columns.Field.TITLE)
                .ifPresent(title ->
                        items.add(
                                new Order.Item(
                                        title,
                                        columns.cell(row, Columns.Field.VARIANT),
                                        columns.cell(row, Columns.Field.SKU),
                                        quantity(columns.cell(row, Columns.Field.QUANTITY)))));
        return new Order(
                new OrderId(0),
                columns.platform(),
                new OrderNo(number),
                columns.cell(row, Columns.Field.BUYER),
                columns.cell(row, Columns.Field.NOTE),
                columns.cell(row, Columns.Field.PAID).flatMap(OrderImport::money),
                columns.cell(row, Columns.Field.PLACED).flatMap(this::time),
                items,
                columns.cell(row, Columns.Field.WAYBILL)
                        .map(text -> List.of(new WaybillNo(waybill(text))))
                        .orElse(List.of()));
    }

    private static Order merge(Order one, Order other) {
        List<Order.Item> items = new ArrayList<>(one.items());
        items.addAll(other.items());
        List<WaybillNo> waybills = new ArrayList<>(one.waybills());
        for (WaybillNo waybill : other.waybills())
            if (!waybills.contains(waybill)) waybills.add(waybill);
        return new Order(
                one.id(),
                one.platform(),
                one.number(),
                one.buyer().or(other::buyer),
                one.note().or(other::note),
                one.paid().or(other::paid),
                one.placedAt().or(other::placedAt),
                items,
                waybills);
    }

    private static String waybill(String text) {
        return text.replaceFirst("^No[:：]", "").replaceAll("\\s", "");
    }

    private static int quantity(Optional<String> text) {
        try {
            return text.map(Integer::parseInt).orElse(1);
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private static Optional<Fen> money(String text) {
        try {
            return Optional.of(Fen.ofYuan(text.replaceFirst("^[¥￥]", "")));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Optional<Instant> time(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, TIME).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static void refuseSpoilt(Path file, int line, Optional<String> value) throws Failure {
        if (value.isPresent() && SPOILT.matcher(value.get()).matches())
            throw new Failure(OrdersProblem.SPOILT_NUMBER, file, line, value.get());
    }

    private static Sha256 hash(Path file) throws Failure {
        try {
            return EvidenceFolder.hash(file);
        } catch (IOException e) {
            throw new Failure(OrdersProblem.UNREADABLE, e, file);
        }
    }
}
