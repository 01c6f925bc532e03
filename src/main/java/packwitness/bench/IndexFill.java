package packwitness.bench;

import packwitness.storage.Database;
import packwitness.value.Failure;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Fills a vault's index with made up parcels, the same ones for the same seed. */
final class IndexFill {
    static final int AT_ONCE = 4000;

    private static final long BEGIN = 1_760_000_000_000L;
    private static final long STEP = 4000;
    private static final String[] PREFIXES = {"SF", "YT", "JT", "ZT", "78", "43"};
    private static final String[] CARRIERS = {"顺丰速运", "圆通速递", "极兔速递", "中通快递"};
    private static final String[] PLATFORMS = {"taobao", "pinduoduo", "douyin", "jd"};
    private static final String GOODS = "杯碗盘壶灯椅桌镜伞包鞋帽衫裤袜巾被枕毯钟笔本尺刀锅铲勺筷盆桶架箱";
    private static final String WORDS =
            "新款家用大号小号加厚防滑简约北欧日式复古手工陶瓷玻璃不锈钢木质棉麻儿童学生宿舍办公户外便携折叠可爱"
                    + "高级定制礼物套装创意透明磨砂金边条纹格子卡通圆形方形保温隔热耐用轻奢网红爆款";
    private static final String NAMES = "小大阿老鱼猫虎花草云雨雪星月晨夏秋冬红蓝白青甜酸糖米豆果桃梨杏莓";

    private final SplittableRandom random;
    private final int titles;
    private final boolean unique;
    private long made;

    /**
     * @param titles how many different titles the shop has; 0: nearly each order its own
     */
    IndexFill(long seed, int titles) {
        this.random = new SplittableRandom(seed);
        this.titles = titles;
        this.unique = titles == 0;
    }

    void fill(Database database, long rows) throws Failure {
        database.write(tx -> {
            tx.run(
                    "INSERT INTO order_import (id, file, sha256, platform, orders, at) VALUES"
                            + " (1,'bench','','taobao',0,0)");
            if (!unique) {
                List<String> some = new ArrayList<>();
                for (int i = 1; i <= titles; i++) some.add("[" + i + ",\"" + title() + i + "\"]");
                tx.run(
                        "INSERT INTO title SELECT value ->> 0, value ->> 1 FROM json_each(?)",
                        json(some));
            }
            return true;
        });
        while (made < rows) {
            long to = Math.min(rows, made + AT_ONCE);
            database.write(tx -> {
                List<String> orders = new ArrayList<>();
                List<String> items = new ArrayList<>();
                List<String> own = new ArrayList<>();
                List<String> parcels = new ArrayList<>();
                for (; made < to; made++) one(orders, items, own, parcels);
                if (unique)
                    tx.run(
                            "INSERT INTO title SELECT value ->> 0, value ->> 1 FROM json_each(?)",
                            json(own));
                tx.run(
                        "INSERT INTO shop_order (id, platform, order_no, buyer, note, paid,"
                            + " placed_at, import_id) SELECT value ->> 0, value ->> 1, value ->> 2,"
                            + " value ->> 3, value ->> 4, 9900, value ->> 5, 1 FROM json_each(?)",
                        json(orders));
                tx.run(
                        "INSERT INTO order_waybill (order_id, waybill, carrier) SELECT value ->> 0,"
                                + " value ->> 6, value ->> 7 FROM json_each(?)",
                        json(orders));
                tx.run(
                        "INSERT INTO order_item (order_id, line, title_id, variant, sku, quantity)"
                            + " SELECT value ->> 0, value ->> 1, value ->> 2, '均码', 'SKU' || (value"
                            + " ->> 2), 1 FROM json_each(?)",
                        json(items));
                tx.run(
                        "INSERT INTO shipment (id, waybill, station, first_scan, last_scan) SELECT"
                                + " value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 3"
                                + " FROM json_each(?)",
                        json(parcels));
                tx.run(
                        "INSERT INTO take (id, shipment_id, number, view, state, station, operator,"
                            + " camera, file, scanned_at, start_seq, stop_seq, bytes, sha256,"
                            + " chain, stream, segments, received, dropped, recorded, pre_roll,"
                            + " first_frame, last_frame, first_at, last_at, reason) SELECT (value"
                            + " ->> 0) + 1, value ->> 0, 1, 'OVERVIEW', 'SEALED', value ->> 2,"
                            + " value ->> 4, 'usb:0', 'videos/' || (value ->> 0) || '.mp4', value"
                            + " ->> 3, 1, 2, 9000000, hex(zeroblob(32)), hex(zeroblob(32)),"
                            + " hex(zeroblob(32)), 40, 1200, 0, 1200, 90, 0, 1199, value ->> 3,"
                            + " (value ->> 3) + 40000, 'next scan' FROM json_each(?)",
                        json(parcels));
                return tx.run(
                        "INSERT INTO key_frame (take_id, number, file, frame, at_ms, width, height,"
                            + " sha256, pixels) SELECT (j.value ->> 0) + 1, n.value, 'frames/' ||"
                            + " (j.value ->> 0) || '-' || n.value || '.png', n.value * 300, n.value"
                            + " * 10000, 1280, 720, hex(zeroblob(32)), hex(zeroblob(32)) FROM"
                            + " json_each(?) j JOIN json_each('[1,2,3]') n",
                        json(parcels));
            });
        }
    }

    private void one(
            List<String> orders, List<String> items, List<String> own, List<String> parcels) {
        long at = BEGIN + made * STEP;
        long id = at << 10 | 1;
        long order = id + 2;
        int platform = random.nextInt(PLATFORMS.length);
        String waybill = PREFIXES[random.nextInt(PREFIXES.length)] + digits(13);
        orders.add(
                "[%d,\"%s\",\"%s\",\"%s\",%s,%d,\"%s\",\"%s\"]"
                        .formatted(
                                order,
                                PLATFORMS[platform],
                                digits(18),
                                nick(),
                                made % 20 == 0 ? "\"" + pick(WORDS, 6) + "\"" : "null",
                                at - 3_600_000,
                                waybill,
                                CARRIERS[random.nextInt(CARRIERS.length)]));
        int lines = 1 + (random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 0);
        for (int line = 1; line <= lines; line++) {
            long title = unique ? made * 4 + line : 1 + random.nextInt(titles);
            if (unique) own.add("[%d,\"%s%d\"]".formatted(title, title(), title));
            items.add("[%d,%d,%d]".formatted(order, line, title));
        }
        parcels.add(
                "[%d,\"%s\",\"%d\",%d,\"%s\"]"
                        .formatted(id, waybill, 1 + random.nextInt(10), at, pick(NAMES, 2)));
    }

    private String nick() {
        return random.nextInt(2) == 0
                ? pick(NAMES, 2 + random.nextInt(2)) + digits(random.nextInt(4))
                : "tb" + digits(8);
    }

    private String title() {
        return pick(WORDS, 8 + random.nextInt(10)) + pick(GOODS, 1);
    }

    String word(int length) {
        return pick(WORDS, length);
    }

    String digits(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) text.append((char) ('0' + random.nextInt(10)));
        return text.toString();
    }

    private String pick(String from, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) text.append(from.charAt(random.nextInt(from.length())));
        return text.toString();
    }

    private static String json(List<String> values) {
        return "[" + String.join(",", values) + "]";
    }
}
