package packwitness.bench;

import com.sun.management.OperatingSystemMXBean;

import packwitness.ledger.DeviceKey;
import packwitness.ledger.Ledger;
import packwitness.orders.ImportPreview;
import packwitness.orders.OrderImport;
import packwitness.storage.Vault;
import packwitness.value.Failure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * How fast order files are read: parsing and mapping every cell that is taken in, compared with a
 * bare loop over the lines of the same file in the same run, by the wall, and by the processor with
 * all threads beside it. Keeping the orders is told as well.
 */
final class ImportBench implements Bench {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int ROUNDS = 8;
    private static final int HEAP_MB = 256;
    private static final List<String> HEADINGS =
            List.of(
                    "订单编号",
                    "买家会员名",
                    "买家应付货款",
                    "买家实际支付金额",
                    "订单状态",
                    "买家留言",
                    "收货人姓名",
                    "收货地址",
                    "联系手机",
                    "订单创建时间",
                    "宝贝标题",
                    "物流单号",
                    "物流公司",
                    "宝贝总数量",
                    "店铺名称");

    @Override
    public boolean run(BenchRun run) throws Failure {
        try {
            if (run.has("read")) return readOnly(run, Path.of(run.text("read").orElseThrow()));
            Path folder = Scratch.folder(run, "import");
            try {
                return run(run, folder);
            } finally {
                Scratch.delete(run, folder);
            }
        } catch (IOException e) {
            throw new Failure(BenchProblem.FILE_UNREADABLE, e, String.valueOf(e.getMessage()));
        }
    }

    private static boolean run(BenchRun run, Path folder) throws Failure, IOException {
        int rows = (int) run.number("rows", 500_000);
        Path csv = folder.resolve("orders.csv");
        Path book = folder.resolve("orders.xlsx");
        write(csv, book, rows);
        Map<String, Object> figures = new LinkedHashMap<>();
        List<Took> bare = new ArrayList<>();
        List<Took> ours = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            bare.add(Took.by(() -> lines(csv)));
            ours.add(Took.by(() -> OrderImport.look(csv, ZONE).rows()));
        }
        double ratio = Took.leastWall(bare) / Took.leastWall(ours);
        double bookSeconds = Took.by(() -> OrderImport.look(book, ZONE).rows()).cpu();
        run.tell(
                Figures.line(
                        "file",
                        "csv",
                        "rows",
                        rows,
                        "mb",
                        Files.size(csv) >> 20,
                        "bare_lines_per_s",
                        Math.round(rows / Took.leastWall(bare)),
                        "rows_per_s",
                        Math.round(rows / Took.leastWall(ours))));
        run.tell(
                Figures.line(
                        "file",
                        "xlsx",
                        "rows",
                        rows,
                        "mb",
                        Files.size(book) >> 20,
                        "rows_per_s",
                        Math.round(rows / bookSeconds)));
        figures.put("csv_of_bare_lines_percent", Figures.round(ratio * 100));
        figures.put(
                "csv_of_bare_lines_cpu_percent",
                Figures.round(100 * Took.leastCpu(bare) / Took.leastCpu(ours)));
        figures.put("csv_reads_in_256_mb", reads(csv));
        figures.put("xlsx_reads_in_256_mb", reads(book));
        keep(run, folder, csv, rows, figures);
        OrderFixtures.Score score = OrderFixtures.run(folder.resolve("fixtures"), run.clock());
        for (String wrong : score.wrong()) run.tell(Figures.line("wrong", wrong));
        figures.put("fixture_cells", score.cells());
        figures.put(
                "fixture_cells_right_percent",
                Figures.round(100.0 * score.right() / score.cells()));
        figures.put(
                "fixture_ids_right_percent", Figures.round(100.0 * score.idsRight() / score.ids()));
        Map<String, Object> goals = new LinkedHashMap<>();
        goals.put("csv_of_bare_lines_percent", ">= 50");
        goals.put("csv_reads_in_256_mb", true);
        goals.put("xlsx_reads_in_256_mb", true);
        goals.put("fixture_cells_right_percent", ">= 99");
        goals.put("fixture_ids_right_percent", 100);
        boolean holds =
                ratio >= 0.5
                        && Boolean.TRUE.equals(figures.get("csv_reads_in_256_mb"))
                        && Boolean.TRUE.equals(figures.get("xlsx_reads_in_256_mb"))
                        && score.right() >= 0.99 * score.cells()
                        && score.idsRight() == score.ids();
        return run.verdict(holds, figures, goals);
    }

    private static void keep(
            BenchRun run, Path folder, Path csv, int rows, Map<String, Object> figures)
            throws Failure {
        try (Vault vault = Vault.open(folder.resolve("vault"), run.clock(), 1)) {
            DeviceKey key =
                    DeviceKey.openOrMake(folder.resolve("k"), "bench".toCharArray(), run.clock());
            OrderImport orders =
                    new OrderImport(vault, Ledger.open(vault.database(), key, run.clock()), ZONE);
            long begun = System.nanoTime();
            orders.take(csv);
            double seconds = (System.nanoTime() - begun) / 1e9;
            figures.put("kept_rows_per_s", Math.round(rows / seconds));
        }
    }

    private interface Work {
        long run() throws Failure, IOException;
    }

    /** What a reading took by the wall, and by the processor with all its threads, in seconds. */
    private record Took(double wall, double cpu) {
        static Took by(Work work) throws Failure, IOException {
            double cpu = processSeconds();
            long begun = System.nanoTime();
            if (work.run() == 0) throw new IllegalStateException("nothing was read");
            return new Took((System.nanoTime() - begun) / 1e9, processSeconds() - cpu);
        }

        private static double processSeconds() {
            return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                            .getProcessCpuTime()
                    / 1e9;
        }

        static double leastWall(List<Took> all) {
            return Figures.least(all.stream().map(Took::wall).toList());
        }

        static double leastCpu(List<Took> all) {
            return Figures.least(all.stream().map(Took::cpu).toList());
        }
    }

    private static long lines(Path csv) throws IOException {
        long lines = 0;
        try (BufferedReader in = Files.newBufferedReader(csv, StandardCharsets.UTF_8)) {
            while (in.readLine() != null) lines++;
        }
        return lines;
    }

    /** Reads the file in a program of its own that has no more heap than the goal allows. */
    private static boolean reads(Path file) throws IOException {
        Process child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx" + HEAP_MB + "m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "packwitness.app.Main",
                                "bench",
                                "import",
                                "--read",
                                file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            return child.waitFor(5, TimeUnit.MINUTES) && child.exitValue() == 0;
        } catch (InterruptedException e) {
            child.destroy();
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Reads one file three times; for other readers to be compared with. */
    private static boolean readOnly(BenchRun run, Path file) throws Failure, IOException {
        List<Took> busy = new ArrayList<>();
        ImportPreview found = OrderImport.look(file, ZONE);
        for (int i = 0; i < 2; i++) busy.add(Took.by(() -> OrderImport.look(file, ZONE).rows()));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("rows", found.rows());
        figures.put("orders", found.orders());
        figures.put("rows_per_cpu_s", Math.round(found.rows() / Took.leastCpu(busy)));
        return run.verdict(found.refusal().isEmpty(), figures, Map.of());
    }

    private static void write(Path csv, Path book, int rows) throws IOException {
        Random random = new Random(7);
        try (Writer out = Files.newBufferedWriter(csv, StandardCharsets.UTF_8);
                TinyBook sheet = new TinyBook(book)) {
            out.write(String.join(",", HEADINGS) + "\r\n");
            sheet.row(HEADINGS);
            for (int i = 0; i < rows; i++) {
                List<String> row = row(i, random);
                sheet.row(row);
                out.write("\"=\"\"" + row.getFirst() + "\"\"\",");
                out.write(String.join(",", row.subList(1, row.size())) + "\r\n");
            }
        }
    }

    private static List<String> row(int i, Random random) {
        return List.of(
                String.valueOf(3_100_000_000_000_000_000L + i * 1_000_003L),
                "tb" + random.nextInt(1_000_000) + "_会员",
                money(random),
                money(random),
                "买家已付款，等待卖家发货",
                i % 3 == 0 ? "请尽快发货 谢谢老板" : "",
                "王*",
                "浙江省 杭州市 西湖区 文三路" + random.nextInt(900) + "号 某某大厦" + random.nextInt(30) + "楼",
                "138****" + (1000 + random.nextInt(9000)),
                "2026-%02d-%02d %02d:%02d:%02d"
                        .formatted(
                                1 + random.nextInt(12),
                                1 + random.nextInt(28),
                                random.nextInt(24),
                                random.nextInt(60),
                                random.nextInt(60)),
                "手工青瓷茶杯 家用 " + random.nextInt(3000) + " 号款 送礼",
                "SF" + (1_400_000_000_000L + i),
                "顺丰速运",
                String.valueOf(1 + random.nextInt(5)),
                "小店");
    }

    private static String money(Random random) {
        int fen = random.nextInt(100_000);
        return fen / 100 + "." + fen % 100 / 10 + fen % 10;
    }
}
