package packwitness.shipment.search;

import packwitness.storage.Database;
import packwitness.storage.Transaction;
import packwitness.value.Failure;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** An index with parcels and orders that no camera saw. */
final class Shelf implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

    final Database database;
    final Finder finder;

    Shelf(Path folder) throws Failure {
        Clock clock = Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
        database = Database.open(folder.resolve("index.db"), clock, 1);
        finder = new Finder(database);
        database.write(tx ->
                tx.run(
                        "INSERT INTO order_import (id, file, sha256, platform, orders, at) VALUES"
                                + " (1,'a.csv','',  'taobao', 0, 0)"));
    }

    long parcel(String waybill) throws Failure {
        return database.write(tx -> parcel(tx, waybill, "1", NOW));
    }

    static long parcel(Transaction tx, String waybill, String station, Instant at)
            throws SQLException {
        long id = tx.nextId();
        tx.run(
                "INSERT INTO shipment (id, waybill, station, first_scan, last_scan) VALUES"
                        + " (?,?,?,?,?)",
                id,
                waybill,
                station,
                at,
                at);
        return id;
    }

    void order(String number, String buyer, String note, String waybill, String... titles)
            throws Failure {
        database.write(tx -> {
            order(tx, number, buyer, note, waybill, titles);
            return true;
        });
    }

    static void order(
            Transaction tx,
            String number,
            String buyer,
            String note,
            String waybill,
            String... titles)
            throws SQLException {
        long id = tx.nextId();
        tx.run(
                "INSERT INTO shop_order (id, platform, order_no, buyer, note, import_id) VALUES"
                        + " (?,'taobao',?,?,?,1)",
                id,
                number,
                buyer,
                note);
        tx.run(
                "INSERT INTO order_waybill (order_id, waybill, carrier) VALUES (?,?,'顺丰速运')",
                id,
                waybill);
        int line = 0;
        for (String title : titles) {
            tx.run("INSERT OR IGNORE INTO title (text) VALUES (?)", title);
            tx.run(
                    "INSERT INTO order_item (order_id, line, title_id, quantity) VALUES"
                            + " (?,?,(SELECT id FROM title WHERE text = ?),1)",
                    id,
                    ++line,
                    title);
        }
    }

    /** Returns all that fits, page by page. */
    List<Long> find(String text) throws Failure {
        return find(text, Filters.none(), 7);
    }

    List<Long> find(String text, Filters filters, int limit) throws Failure {
        List<Long> all = new java.util.ArrayList<>();
        Optional<PageKey> after = Optional.empty();
        do {
            Optional<PageKey> from = after;
            IdPage page = database.read(tx -> finder.page(tx, text, filters, limit, from));
            all.addAll(page.ids());
            after = page.next().flatMap(key -> PageKey.of(key.toString()));
        } while (after.isPresent());
        return all;
    }

    @Override
    public void close() {
        database.close();
    }
}
