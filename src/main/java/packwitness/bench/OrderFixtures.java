package packwitness.bench;

import packwitness.ledger.DeviceKey;
import packwitness.ledger.Ledger;
import packwitness.orders.Order;
import packwitness.orders.OrderImport;
import packwitness.orders.OrderTable;
import packwitness.storage.Vault;
import packwitness.value.Failure;
import packwitness.value.OrderNo;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Order files with the real headings of the platforms and known answers, in all encodings, taken in
 * and compared value by value.
 */
public final class OrderFixtures {
    private static final int ORDERS = 60;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDateTime FIRST = LocalDateTime.of(2026, 3, 1, 9, 30, 5);
    private static final List<String> ENCODINGS = List.of("UTF-8", "BOM", "GB18030", "XLSX");

    /** What each cell of a row is taken from; a heading of personal data is never taken in. */
    private enum From {
        ORDER,
        WAYBILL,
        BUYER,
        NOTE,
        PAID,
        PLACED,
        TITLE,
        VARIANT,
        SKU,
        QUANTITY,
        NOTHING
    }

    private record Format(String platform, String times, boolean tabs, Map<String, From> columns) {}

    private record Truth(
            String number,
            String waybill,
            String buyer,
            String note,
            long fen,
            LocalDateTime placed,
            List<Order.Item> items) {}

    /** What came of it. */
    public record Score(long cells, long right, long ids, long idsRight, List<String> wrong) {
        Score plus(Score other) {
            List<String> all = new ArrayList<>(wrong);
            all.addAll(other.wrong);
            return new Score(
                    cells + other.cells,
                    right + other.right,
                    ids + other.ids,
                    idsRight + other.idsRight,
                    all);
        }
    }

    private OrderFixtures() {}

    /** Writes every fixture below the folder, takes it in and returns how much of it came right. */
    public static Score run(Path folder, Clock clock) throws Failure, IOException {
        Score score = new Score(0, 0, 0, 0, List.of());
        for (String encoding : ENCODINGS) {
            Path place = Files.createDirectories(folder.resolve(encoding));
            try (Vault vault = Vault.open(place.resolve("vault"), clock, 1)) {
                DeviceKey key =
                        DeviceKey.openOrMake(place.resolve("k"), "bench".toCharArray(), clock);
                OrderImport orders =
                        new OrderImport(vault, Ledger.open(vault.database(), key, clock), ZONE);
                for (Format format : formats())
                    score = score.plus(one(place, format, encoding, vault, orders));
            }
        }
        return score;
    }

    private static Score one(
            Path place, Format format, String encoding, Vault vault, OrderImport orders)
            throws Failure, IOException {
        List<Truth> truths = truths(format);
        Path file = place.resolve(format.platform + (encoding.equals("XLSX") ? ".xlsx" : ".csv"));
        write(file, format, encoding, rows(format, truths));
        orders.take(file);
        Compared compared = new Compared(format.platform + " " + encoding);
        for (Truth truth : truths) {
            List<Order> found =
                    vault.database().read(tx -> OrderTable.ofNumber(tx, new OrderNo(truth.number)));
            compared.order(format, truth, found);
        }
        return compared.score();
    }

    private static final class Compared {
        private final String where;
        private long cells;
        private long right;
        private long ids;
        private long idsRight;
        private final List<String> wrong = new ArrayList<>();

        Compared(String where) {
            this.where = where;
        }

        Score score() {
            return new Score(cells, right, ids, idsRight, wrong);
        }

        void order(Format format, Truth truth, List<Order> found) {
            boolean one = found.size() == 1 && found.getFirst().platform().equals(format.platform);
            id("order", one);
            if (!one) return;
            Order order = found.getFirst();
            if (has(format, From.WAYBILL))
                id(
                        "waybill",
                        order.waybills().stream()
                                .map(Object::toString)
                                .toList()
                                .equals(List.of(truth.waybill)));
            cell(format, From.BUYER, order.buyer().equals(Optional.of(truth.buyer)));
            cell(format, From.NOTE, order.note().orElse("").equals(truth.note));
            cell(format, From.PAID, order.paid().map(f -> f.amount() == truth.fen).orElse(false));
            cell(
                    format,
                    From.PLACED,
                    order.placedAt().equals(Optional.of(truth.placed.atZone(ZONE).toInstant())));
            for (int i = 0; i < truth.items.size(); i++) {
                Order.Item wanted = truth.items.get(i);
                Optional<Order.Item> item =
                        i < order.items().size()
                                ? Optional.of(order.items().get(i))
                                : Optional.empty();
                cell(
                        format,
                        From.TITLE,
                        item.map(x -> x.title().equals(wanted.title())).orElse(false));
                cell(
                        format,
                        From.VARIANT,
                        item.map(x -> x.variant().equals(wanted.variant())).orElse(false));
                cell(format, From.SKU, item.map(x -> x.sku().equals(wanted.sku())).orElse(false));
                cell(
                        format,
                        From.QUANTITY,
                        item.map(x -> x.quantity() == wanted.quantity()).orElse(false));
            }
            if (order.items().size() > truth.items.size()) wrong.add(where + " too many items");
        }

        private void cell(Format format, From from, boolean same) {
            if (!has(format, from)) return;
            cells++;
            if (same) right++;
            else if (wrong.size() < 20) wrong.add(where + " " + from);
        }

        private void id(String what, boolean same) {
            cells++;
            ids++;
            if (same) right++;
            if (same) idsRight++;
            else if (wrong.size() < 20) wrong.add(where + " " + what);
        }

        private static boolean has(Format format, From from) {
            return format.columns.containsValue(from);
        }
    }

    private static List<Truth> truths(Format format) {
        Random random = new Random(format.platform.hashCode());
        List<Truth> truths = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            List<Order.Item> items = new ArrayList<>();
            for (int n = 0; n <= random.nextInt(3) / 2 * 2; n++)
                items.add(
                        new Order.Item(
                                List.of("手工青瓷杯 300ml", "茶盘, 竹制", "\"限量\"壶", "龘字杯")
                                        .get(random.nextInt(4)),
                                Optional.of("颜色:白;尺寸:" + n),
                                Optional.of("SKU-00" + random.nextInt(1000)),
                                1 + random.nextInt(9)));
            truths.add(
                    new Truth(
                            number(format, i, random),
                            "SF" + (1_000_000_000_000L + random.nextInt(1_000_000_000)),
                            "买家" + i + "_" + (char) ('a' + random.nextInt(26)),
                            i % 4 == 0 ? "" : "请包好，易碎" + i,
                            i % 7 == 0 ? 123_456_789 : 1 + random.nextInt(2_000_000),
                            FIRST.plusMinutes(random.nextInt(400_000)),
                            items));
        }
        return truths;
    }

    private static String number(Format format, int i, Random random) {
        return switch (format.platform) {
            case "pinduoduo" -> "260301-" + (100_000_000_000_000L + random.nextLong(1L << 46));
            case "shopify" -> "#" + (1001 + i);
            case "woocommerce" -> String.valueOf(5001 + i);
            default -> String.valueOf(3_000_000_000_000_000_001L + random.nextLong(1L << 60));
        };
    }

    private static List<List<String>> rows(Format format, List<Truth> truths) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.copyOf(format.columns.keySet()));
        for (Truth truth : truths)
            for (int i = 0; i < truth.items.size(); i++) {
                List<String> row = new ArrayList<>();
                for (From from : format.columns.values()) row.add(cell(format, truth, i, from));
                rows.add(row);
            }
        return rows;
    }

    private static String cell(Format format, Truth truth, int line, From from) {
        Order.Item item = truth.items.get(line);
        boolean blank = format.platform.equals("shopify") && line > 0;
        String text =
                switch (from) {
                    case ORDER ->
                            format.platform.equals("taobao")
                                    ? "=\"" + truth.number + "\""
                                    : truth.number;
                    case WAYBILL ->
                            format.platform.equals("taobao")
                                    ? "No:" + truth.waybill
                                    : truth.waybill;
                    case BUYER -> blank ? "" : truth.buyer;
                    case NOTE -> blank ? "" : truth.note;
                    case PAID -> blank ? "" : money(format, truth.fen);
                    case PLACED ->
                            blank
                                    ? ""
                                    : DateTimeFormatter.ofPattern(format.times)
                                            .format(truth.placed);
                    case TITLE -> item.title();
                    case VARIANT -> item.variant().orElse("");
                    case SKU -> item.sku().orElse("");
                    case QUANTITY -> String.valueOf(item.quantity());
                    case NOTHING -> format.tabs ? "-" : "张*";
                };
        return format.tabs && !text.isEmpty() ? "\t" + text : text;
    }

    private static String money(Format format, long fen) {
        String plain = fen / 100 + "." + (fen % 100 < 10 ? "0" : "") + fen % 100;
        if (!format.platform.equals("pinduoduo") || fen < 100_000) return plain;
        int dot = plain.indexOf('.');
        return plain.substring(0, dot - 3).replaceAll("(\\d)(?=(\\d{3})+$)", "$1,")
                + ","
                + plain.substring(dot - 3);
    }

    private static void write(Path file, Format format, String encoding, List<List<String>> rows)
            throws IOException {
        if (encoding.equals("XLSX")) {
            try (TinyBook book = new TinyBook(file)) {
                for (List<String> row : rows) book.row(row);
            }
            return;
        }
        boolean mark = encoding.equals("BOM");
        Charset charset = mark ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        try (Writer out = Files.newBufferedWriter(file, charset)) {
            if (mark) out.write('\uFEFF');
            for (List<String> row : rows)
                out.write(
                        String.join(",", row.stream().map(OrderFixtures::quoted).toList())
                                + "\r\n");
        }
    }

    private static String quoted(String cell) {
        return cell.contains(",") || cell.contains("\"")
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }

    /** The headings stand in src/docs/decisions/0051. */
    private static List<Format> formats() {
        return List.of(
                format(
                        "taobao",
                        "yyyy-MM-dd HH:mm:ss",
                        false,
                        "订单编号 ORDER,买家会员名 BUYER,买家支付宝账号,买家应付货款,买家应付邮费,总金额,买家实际支付金额 PAID,订单状态,买家留言"
                                + " NOTE,收货人姓名,收货地址,联系手机,订单创建时间 PLACED,宝贝标题 TITLE,宝贝种类,物流单号"
                                + " WAYBILL,物流公司,宝贝总数量 QUANTITY,店铺名称,修改后的sku VARIANT"),
                format(
                        "pinduoduo",
                        "yyyy-MM-dd HH:mm:ss",
                        true,
                        "商品 TITLE,订单号 ORDER,订单状态,商品总价(元),邮费(元),用户实付金额(元) PAID,商品数量(件)"
                                + " QUANTITY,承诺发货时间,样式ID,商品规格 VARIANT,商家编码-规格维度 SKU,商家备注,买家留言"
                                + " NOTE,订单成交时间 PLACED,快递单号 WAYBILL,快递公司,省,市,区"),
                format(
                        "douyin",
                        "yyyy/MM/dd HH:mm:ss",
                        true,
                        "主订单编号 ORDER,子订单编号,选购商品 TITLE,商品规格 VARIANT,商品数量 QUANTITY,商品ID,商家编码"
                            + " SKU,订单应付金额 PAID,运费,收件人,收件人手机号,详细地址,订单提交时间 PLACED,商家备注 NOTE,订单状态"),
                format(
                        "jd",
                        "yyyy-MM-dd HH:mm:ss",
                        false,
                        "订单号 ORDER,商品ID,商品名称 TITLE,订购数量 QUANTITY,支付方式,下单时间 PLACED,京东价,应付金额"
                                + " PAID,订单状态,下单帐号 BUYER,客户姓名,客户地址,联系电话,订单备注 NOTE,货号 SKU"),
                format(
                        "shopify",
                        "yyyy-MM-dd HH:mm:ss '+0800'",
                        false,
                        "Name ORDER,Email,Financial Status,Fulfillment"
                                + " Status,Subtotal,Shipping,Total PAID,Lineitem quantity"
                                + " QUANTITY,Lineitem name TITLE,Lineitem sku SKU,Billing Name"
                                + " BUYER,Notes NOTE,Created at PLACED"),
                format(
                        "woocommerce",
                        "yyyy-MM-dd HH:mm:ss",
                        false,
                        "order_id,order_number ORDER,order_date PLACED,order_total"
                                + " PAID,customer_note NOTE,line_item_name TITLE,line_item_sku"
                                + " SKU,line_item_quantity QUANTITY,tracking_number WAYBILL"),
                format(
                        "erp",
                        "yyyy-MM-dd HH:mm:ss",
                        false,
                        "内部订单号,线上订单号 ORDER,店铺,买家昵称 BUYER,快递公司,快递单号 WAYBILL,货品名称 TITLE,规格"
                                + " VARIANT,商家编码 SKU,数量 QUANTITY,实付金额 PAID,付款时间 PLACED,卖家备注 NOTE"));
    }

    private static Format format(String platform, String times, boolean tabs, String columns) {
        Map<String, From> map = new LinkedHashMap<>();
        for (String column : columns.split(",")) {
            int at = column.lastIndexOf(' ');
            Optional<From> from =
                    at < 0
                            ? Optional.empty()
                            : List.of(From.values()).stream()
                                    .filter(f -> f.name().equals(column.substring(at + 1)))
                                    .findFirst();
            map.put(from.isPresent() ? column.substring(0, at) : column, from.orElse(From.NOTHING));
        }
        return new Format(platform, times, tabs, map);
    }
}
