package packwitness.shipment.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.storage.Cancellation;
import packwitness.value.Failure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;

class FinderTest {
    private static final String CHARACTERS = "青瓷杯子茶具套装玻璃碗白红蓝大小新款家用";

    @TempDir Path folder;
    private Shelf shelf;

    @BeforeEach
    void open() throws Failure {
        shelf = new Shelf(folder);
    }

    @AfterEach
    void close() {
        shelf.close();
    }

    @Test
    void aNumberIsFoundWholeByItsEndAndByItsMiddle() throws Exception {
        long id = shelf.parcel("SF1234567890123");
        shelf.parcel("SF9999999999999");
        shelf.order("261122-445566778899", "小鱼儿", "请包好", "SF1234567890123", "青瓷杯");
        for (String text :
                List.of("SF1234567890123", "0123", "4567", "8899", "261122-445566778899", "5566"))
            assertBothWays(text, List.of(id));
    }

    @Test
    void howItIsWrittenDoesNotMatter() throws Exception {
        long id = shelf.parcel("YT10203040506");
        for (String text :
                List.of(
                        "yt10203040506",
                        "ＹＴ１０２０３０４０５０６",
                        "YT 1020 3040 506",
                        "yt-1020-3040-506",
                        "YTI0203O40506",
                        "O5O6",
                        "YT1O2O")) assertBothWays(text, List.of(id));
    }

    @Test
    void buyerTitleAndNoteAreFoundFromOneCharacterOn() throws Exception {
        long id = shelf.parcel("SF1234567890123");
        shelf.parcel("SF1111111111111");
        shelf.order("77", "小鱼儿2019", "送给奶奶", "SF1234567890123", "青瓷杯 大号", "木托盘");
        for (String text : List.of("鱼", "鱼儿20", "瓷", "青瓷杯大", "盘", "奶奶", "小鱼儿 瓷 0123"))
            assertBothWays(text, List.of(id));
        assertBothWays("小鱼儿 玻璃", List.of());
    }

    @Test
    void aPastedMessageYieldsTheNumbersInIt() throws Exception {
        long one = shelf.parcel("SF1234567890123");
        long other = shelf.parcel("YT9876543210987");
        shelf.order("3344556677889900", "阿黄", null, "YT9876543210987", "碗");
        String message =
                "亲，我11月20号买的杯子碎了！快递是SF1234567890123，另外一单订单号：3344556677889900"
                        + "，电话13800001234，什么时候能处理？";
        assertEquals(
                List.of("SF1234567890123", "3344556677889900", "13800001234"),
                Asked.numbers(message));
        assertBothWays(message, List.of(other, one));
    }

    @Test
    void thoseWhoseNumberEndsSoComeFirst() throws Exception {
        long end = shelf.parcel("SF0000000004321");
        long middle = shelf.parcel("SF0043210000000");
        long newest = shelf.parcel("SF4321000000000");
        assertBothWays("4321", List.of(end, newest, middle));
    }

    @Test
    void filtersHoldBesideTheText() throws Exception {
        long first =
                shelf.database.write(tx -> Shelf.parcel(tx, "SF1000000000001", "1", Shelf.NOW));
        long second =
                shelf.database.write(tx ->
                        Shelf.parcel(
                                tx, "SF2000000000001", "2", Shelf.NOW.plus(Duration.ofDays(1))));
        shelf.order("11", "甲", null, "SF1000000000001", "杯");
        shelf.database.write(
                tx -> tx.run("UPDATE shipment SET hold_reason = 'x' WHERE id = ?", first));
        Filters none = Filters.none();
        for (String text : List.of("", "0001", "SF")) {
            List<Filters> ofFirst =
                    new ArrayList<>(
                            List.of(
                                    none.at(Optional.of("1")),
                                    none.on(Optional.of("Taobao")),
                                    none.sentBy(Optional.of("顺丰")),
                                    none.only(false, true, false, false),
                                    none.between(Shelf.NOW, Shelf.NOW.plusMillis(1))));
            for (Filters filters : ofFirst) {
                if (text.equals("SF")) continue;
                assertEquals(List.of(first), shelf.find(text, filters, 5), filters.toString());
            }
            if (text.equals("SF")) continue;
            assertEquals(List.of(second), shelf.find(text, none.at(Optional.of("2")), 5));
            assertEquals(List.of(), shelf.find(text, none.only(true, true, false, false), 5));
        }
    }

    @Test
    void everyKindOfHoldIsFoundAndNoneThatHasEnded() throws Exception {
        long written = shelf.parcel("SF1000000000001");
        long claimed = shelf.parcel("SF1000000000002");
        long dear = shelf.parcel("SF1000000000003");
        long scanned = shelf.parcel("SF1000000000004");
        long ended = shelf.parcel("SF1000000000005");
        shelf.order("33", "甲", null, "SF1000000000003", "杯");
        shelf.order("44", "乙", null, "SF9", "杯");
        shelf.database.write(tx -> {
            tx.run("UPDATE shipment SET hold_reason = 'x' WHERE id = ?", written);
            for (long id : List.of(claimed, ended))
                tx.run(
                        "INSERT INTO claim (shipment_id, platform, reason, amount, outcome,"
                                + " filed_on, facts, state, opened_at) VALUES (?, 'taobao', 'x', 1,"
                                + " 'ATTEMPTED', '2026-11-20', '', ?, 0)",
                        id,
                        id == claimed ? "OPEN" : "WON");
            tx.run(
                    "INSERT INTO shipment_code (shipment_id, kind, code, at) VALUES (?, 'ORDER',"
                            + " '44', 0)",
                    scanned);
            tx.run("UPDATE shop_order SET paid = 50001");
            return tx.run("INSERT OR REPLACE INTO keep_rule VALUES ('hold_above_fen', 50000)");
        });
        Filters held = Filters.none().only(false, true, false, false);
        assertEquals(List.of(scanned, dear, claimed, written), shelf.find("", held, 9));
        shelf.database.write(
                tx -> tx.run("UPDATE keep_rule SET value = 50001 WHERE name = 'hold_above_fen'"));
        assertEquals(List.of(claimed, written), shelf.find("", held, 9));
    }

    @Test
    void aPageInMemoryIsReadAgainWhenItChanges() throws Exception {
        long id = shelf.parcel("SF1234567890123");
        shelf.order("778899", "小鱼儿", null, "SF1234567890123", "青瓷杯");
        shelf.finder.settle();
        Filters none = Filters.none();
        assertEquals(List.of(id), shelf.find("", none.sentBy(Optional.of("顺丰")), 5));
        shelf.database.write(tx -> tx.run("UPDATE order_waybill SET carrier = '圆通'"));
        shelf.finder.settle();
        assertEquals(List.of(id), shelf.find("", none.sentBy(Optional.of("圆通")), 5));
        assertEquals(List.of(), shelf.find("", none.sentBy(Optional.of("顺丰")), 5));
    }

    @Test
    void whatChangesIsFoundAsItIsNow() throws Exception {
        long id = shelf.parcel("?ABC");
        shelf.finder.settle();
        shelf.database.write(tx -> tx.run("UPDATE shipment SET waybill = 'SF1234567890123'"));
        assertBothWays("567890", List.of(id));
        shelf.order("778899", "小鱼儿", null, "SF1234567890123", "青瓷杯");
        assertBothWays("鱼儿", List.of(id));
        shelf.database.write(tx -> tx.run("UPDATE shop_order SET buyer = '大鲨鱼'"));
        assertBothWays("鱼儿", List.of());
        assertBothWays("鲨鱼", List.of(id));
        assertBothWays("青瓷", List.of(id));
        shelf.database.write(tx -> {
            tx.run("DELETE FROM order_item");
            tx.run("DELETE FROM order_waybill");
            return tx.run("DELETE FROM shop_order");
        });
        assertBothWays("青瓷", List.of());
        assertBothWays("鲨鱼", List.of());
        shelf.database.write(tx -> tx.run("DELETE FROM shipment"));
        assertBothWays("567890", List.of());
    }

    @Test
    void answersAreThoseOfAScanOfEverything() throws Exception {
        Random random = new Random(7);
        List<String> waybills = new ArrayList<>();
        shelf.database.write(tx -> {
            for (int i = 0; i < 17_000; i++) {
                String waybill = "SF" + digits(random, 9);
                waybills.add(waybill);
                Shelf.parcel(tx, waybill, String.valueOf(random.nextInt(3)), Shelf.NOW);
                if (i % 5 == 0)
                    Shelf.order(
                            tx,
                            digits(random, 12),
                            chinese(random, 2) + digits(random, 3),
                            i % 50 == 0 ? chinese(random, 6) : null,
                            waybill,
                            chinese(random, 4) + " " + chinese(random, 3),
                            chinese(random, 5));
            }
            return true;
        });
        shelf.finder.settle();
        assertTrue(
                shelf.database
                        .read(tx -> tx.first("SELECT 1 AS one FROM find_sieve", row -> true))
                        .isPresent(),
                "a full segment has its sieve");
        // Some are on no page yet, some have changed since.
        shelf.database.write(tx -> {
            for (int i = 0; i < 90; i++) Shelf.parcel(tx, "SF" + digits(random, 9), "1", Shelf.NOW);
            for (int i = 0; i < 40; i++)
                tx.run(
                        "UPDATE shop_order SET buyer = ? WHERE id = (SELECT order_id FROM"
                                + " order_waybill WHERE waybill = ?)",
                        chinese(random, 2) + digits(random, 3),
                        waybills.get(random.nextInt(waybills.size())));
            return true;
        });
        List<Truth> everything = everything();
        int hits = 0;
        for (int i = 0; i < 60; i++) {
            String text =
                    switch (i % 6) {
                        case 0 -> digits(random, 4);
                        case 1 -> digits(random, 5);
                        case 2 -> chinese(random, 1 + random.nextInt(2));
                        case 3 -> chinese(random, 1) + " " + chinese(random, 1);
                        case 4 -> chinese(random, 2) + digits(random, 1);
                        default -> waybills.get(random.nextInt(waybills.size())).substring(3, 9);
                    };
            List<Long> expected = scan(everything, text);
            List<Long> found = shelf.find(text, Filters.none(), 40 + random.nextInt(900));
            assertEquals(expected, found, text);
            hits += found.size();
        }
        assertTrue(hits > 1000);
    }

    @Test
    void whatNobodyWaitsForIsCancelled() {
        Cancellation gone = new Cancellation();
        gone.cancel();
        assertThrows(
                CancellationException.class,
                () -> shelf.finder.page("杯", Filters.none(), 9, Optional.empty(), gone));
    }

    @Test
    void aStatementThatRunsIsInterrupted() throws Exception {
        Cancellation soon = new Cancellation();
        Thread next =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                Thread.sleep(100);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            soon.cancel();
                        });
        assertThrows(
                CancellationException.class,
                () ->
                        shelf.database.read(
                                tx ->
                                        tx.first(
                                                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT"
                                                        + " i + 1 FROM n) SELECT count(*) FROM n",
                                                row -> true),
                                soon));
        next.join();
        shelf.parcel("SF1234567890123");
        assertEquals(1, shelf.find("0123").size());
    }

    private void assertBothWays(String text, List<Long> expected) throws Failure {
        assertEquals(expected, shelf.find(text), text + ", before it is settled");
        shelf.finder.settle();
        assertEquals(expected, shelf.find(text), text + ", after it was settled");
    }

    /** All that can be searched of one parcel, read row by row. */
    private record Truth(long id, List<String> codes, List<String> texts) {}

    private List<Truth> everything() throws Failure {
        return shelf.database.read(tx -> {
            Map<String, Truth> all = new LinkedHashMap<>();
            tx.each(
                    "SELECT id, waybill FROM shipment ORDER BY id DESC",
                    row ->
                            all.put(
                                    row.text("waybill"),
                                    new Truth(
                                            row.number("id"),
                                            new ArrayList<>(List.of(row.text("waybill"))),
                                            new ArrayList<>())));
            tx.each(
                    "SELECT w.waybill, o.order_no, coalesce(o.buyer,'') AS buyer,"
                        + " coalesce(o.note,'') AS note, t.text AS title FROM order_waybill w JOIN"
                        + " shop_order o ON o.id = w.order_id JOIN order_item i ON i.order_id ="
                        + " o.id JOIN title t ON t.id = i.title_id",
                    row -> {
                        Truth truth = all.get(row.text("waybill"));
                        truth.codes().add(row.text("order_no"));
                        Collections.addAll(
                                truth.texts(),
                                row.text("buyer"),
                                row.text("note"),
                                row.text("title").replace(" ", ""));
                    });
            return List.copyOf(all.values());
        });
    }

    /** Answers by looking at everything: ends of numbers first, then all else, newest first. */
    private static List<Long> scan(List<Truth> everything, String text) {
        List<Long> ends = new ArrayList<>();
        List<Long> others = new ArrayList<>();
        String[] words = text.split(" ");
        for (Truth truth : everything) {
            boolean all = true;
            for (String word : words) all &= holds(word, truth.codes(), truth.texts());
            if (!all) continue;
            boolean end =
                    words.length == 1
                            && words[0].matches("[0-9A-Z]{4,}")
                            && truth.codes().stream().anyMatch(code -> code.endsWith(words[0]));
            (end ? ends : others).add(truth.id());
        }
        ends.addAll(others);
        return ends;
    }

    private static boolean holds(String word, List<String> codes, List<String> texts) {
        return word.matches("[0-9A-Z]{4,}") && codes.stream().anyMatch(code -> code.contains(word))
                || texts.stream().anyMatch(text -> text.contains(word));
    }

    private static String digits(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) text.append((char) ('0' + random.nextInt(10)));
        return text.toString();
    }

    private static String chinese(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++)
            text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        return text.toString();
    }
}
