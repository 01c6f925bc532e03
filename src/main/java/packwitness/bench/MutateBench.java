package packwitness.bench;

import packwitness.ledger.Outcome;
import packwitness.ledger.PayloadFile;
import packwitness.ledger.Report;
import packwitness.ledger.TrustList;
import packwitness.ledger.Verifier;
import packwitness.storage.Vault;
import packwitness.value.ClaimId;
import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Bends, cuts, lengthens and swaps every kind of byte of a vault, a bag and a signed paper, and
 * counts what the verifier misses; a sample of the bags is shown to verify.sh too. {@code --times N
 * --seed N --scripts N --only VICTIM}.
 */
final class MutateBench implements Bench {
    private static final Instant BEGIN = Instant.parse("2026-11-20T01:00:00Z");
    private static final int LARGE_PIECE = 1_000_000;
    private static final int LARGE_SECONDS = 66;

    /** What is bent; the shares are those of the files and bytes that matter. */
    private enum Victim {
        BAG_FILE,
        BAG_FILES_SWAPPED,
        BAG_FILE_GONE,
        VAULT_FILE,
        DATABASE_ROW,
        DATABASE_BYTES,
        PAPER
    }

    @Override
    public boolean run(BenchRun run) throws Failure {
        Path folder = AttackWorld.temporary("mutate");
        try {
            return new Session(run, folder).run();
        } finally {
            AttackWorld.delete(folder);
        }
    }

    private static final class Session {
        private final BenchRun run;
        private final Path vault;
        private final Path bag;
        private final Path paper;
        private final TrustList trust;
        private final Random random;
        private final List<Path> bagFiles = new ArrayList<>();
        private final List<Path> vaultFiles = new ArrayList<>();
        private final Map<Victim, Integer> tried = new TreeMap<>();
        private final Map<Victim, Integer> missed = new TreeMap<>();
        private int exceptions;
        private int silent;
        private int scripts;
        private int scriptsMissed;
        private double scriptSeconds;

        Session(BenchRun run, Path folder) throws Failure {
            this.run = run;
            this.vault = folder.resolve("vault");
            this.bag = folder.resolve("bag");
            this.paper = folder.resolve("paper.pdf");
            this.random = new Random(run.number("seed", 20261123));
            make(folder);
            this.trust = SmallShop.trust(folder.resolve("tsa"));
        }

        private void make(Path folder) throws Failure {
            SetClock clock = new SetClock(BEGIN, run.clock().getZone());
            try (SmallShop shop = new SmallShop(vault, folder.resolve("tsa"), clock)) {
                shop.arm();
                shop.stamp();
                SmallShop.Parcel parcel = shop.pack(3);
                clock.pass(Duration.ofMinutes(5));
                shop.receive(parcel, new ClaimId(7));
                shop.stamp();
                shop.bag(folder.resolve("early"), List.of(), shop.pack(1));
                shop.stamp();
                shop.stamp();
                AttackWorld.write(paper, TinyPaper.signed(shop.key, "a paper"));
                List<PayloadFile> more =
                        List.of(
                                new PayloadFile(
                                        paper, "paper.pdf", packwitness.ledger.FileRole.DOSSIER));
                shop.bag(bag, more, parcel);
                new Forger(shop.vault).sql(tx -> {});
            }
            bagFiles.addAll(files(bag));
            for (Path file : files(vault))
                if (file.toString().contains("videos") || file.toString().contains("claims"))
                    vaultFiles.add(file);
        }

        boolean run() throws Failure {
            long times = run.number("times", 20_000);
            long every = Math.max(1, times / Math.max(1, run.number("scripts", 40)));
            boolean shell =
                    Stream.of("/bin/sh", "/usr/bin/sha256sum", "/usr/bin/openssl")
                            .allMatch(program -> Files.isExecutable(Path.of(program)));
            Report sound = verify(List.of(bag, vault, paper));
            if (sound.outcome() != Outcome.PASSED)
                throw new IllegalStateException(
                        "the honest things do not pass: " + sound.toMap(packwitness.value.Lang.EN));
            long before = System.nanoTime();
            try (Connection connection =
                    DriverManager.getConnection("jdbc:sqlite:" + vault.resolve(Vault.DATABASE))) {
                RowMutation rows = new RowMutation(connection, random);
                for (long i = 0; i < times; i++) once(rows, shell && i % every == 0);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            double seconds = (System.nanoTime() - before) / 1e9;
            boolean whole = verify(List.of(bag, vault, paper)).outcome() == Outcome.PASSED;
            return tell(times, seconds, whole, largest());
        }

        private void once(RowMutation rows, boolean script) throws Failure, SQLException {
            Victim victim = victim();
            tried.merge(victim, 1, Integer::sum);
            switch (victim) {
                case BAG_FILE -> file(any(bagFiles), List.of(bag), victim, script);
                case BAG_FILES_SWAPPED -> swap();
                case BAG_FILE_GONE -> gone();
                case VAULT_FILE -> file(any(vaultFiles), List.of(vault), victim, false);
                case PAPER -> file(paper, List.of(paper), victim, false);
                case DATABASE_ROW -> {
                    boolean[] found = new boolean[1];
                    String what = rows.during(() -> found[0] = found(List.of(vault)));
                    if (!found[0]) miss(victim, what);
                }
                case DATABASE_BYTES -> databaseBytes();
            }
        }

        private Victim victim() {
            if (run.has("only")) return Victim.valueOf(run.text("only").orElseThrow());
            int dice = random.nextInt(100);
            if (dice < 45) return Victim.BAG_FILE;
            if (dice < 50) return Victim.BAG_FILES_SWAPPED;
            if (dice < 53) return Victim.BAG_FILE_GONE;
            if (dice < 60) return Victim.VAULT_FILE;
            if (dice < 85) return Victim.DATABASE_ROW;
            if (dice < 92) return Victim.DATABASE_BYTES;
            return Victim.PAPER;
        }

        private void file(Path file, List<Path> asked, Victim victim, boolean script)
                throws Failure {
            byte[] before = AttackWorld.bytes(file);
            Mutation.Kind[] kinds = Mutation.Kind.values();
            Mutation.Kind kind = kinds[random.nextInt(kinds.length)];
            byte[] after = Mutation.of(kind, before, random);
            AttackWorld.write(file, after);
            String what = file.getFileName() + " " + kind + " at " + differs(before, after);
            if (!found(asked)) miss(victim, what);
            if (script) script(file, what);
            AttackWorld.write(file, before);
        }

        private void swap() throws Failure {
            Path one = any(bagFiles);
            Path other = any(bagFiles);
            byte[] first = AttackWorld.bytes(one);
            byte[] second = AttackWorld.bytes(other);
            if (java.util.Arrays.equals(first, second)) return;
            AttackWorld.write(one, second);
            AttackWorld.write(other, first);
            if (!found(List.of(bag)))
                miss(Victim.BAG_FILES_SWAPPED, one.getFileName() + " " + other.getFileName());
            AttackWorld.write(one, first);
            AttackWorld.write(other, second);
        }

        private void gone() throws Failure {
            Path one = any(bagFiles);
            byte[] before = AttackWorld.bytes(one);
            try {
                Files.delete(one);
            } catch (IOException e) {
                throw new Failure(BenchProblem.FILE_UNREADABLE, e, one);
            }
            if (!found(List.of(bag))) miss(Victim.BAG_FILE_GONE, String.valueOf(one.getFileName()));
            AttackWorld.write(one, before);
        }

        /**
         * A byte of the database file may lie in a page that holds nothing; then the evidence reads
         * back as it was, and that is what is asked.
         */
        private void databaseBytes() throws Failure {
            Path copy = vault.resolveSibling("bent");
            AttackWorld.delete(copy);
            AttackWorld.copyTree(vault, copy);
            Path file = copy.resolve(Vault.DATABASE);
            String sound = dump(file);
            byte[] before = AttackWorld.bytes(file);
            byte[] after = Mutation.of(Mutation.Kind.FLIP_BIT, before, random);
            AttackWorld.write(file, after);
            if (found(List.of(copy))) return;
            String bent = dump(file);
            if (bent.equals(sound)) silent++;
            else
                miss(
                        Victim.DATABASE_BYTES,
                        "byte %d reads %s".formatted(differs(before, after), line(sound, bent)));
        }

        /** Returns the first line that reads differently, before and after. */
        private static String line(String sound, String bent) {
            List<String> before = sound.lines().toList();
            List<String> after = bent.lines().toList();
            int i = 0;
            while (i < before.size() && i < after.size() && before.get(i).equals(after.get(i))) i++;
            return end(i < before.size() ? before.get(i) : "none")
                    + " => "
                    + end(i < after.size() ? after.get(i) : "none");
        }

        private static String end(String line) {
            return line.substring(Math.max(0, line.length() - 60));
        }

        private static String dump(Path database) {
            StringBuilder all = new StringBuilder();
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                    Statement statement = connection.createStatement()) {
                for (String sql :
                        List.of(
                                "SELECT seq||leaf||kind||at||hex(body)||ifnull(shipment_id,'-')||"
                                        + "ifnull(take_id,'-')||ifnull(claim_id,'-') FROM"
                                        + " ledger_row ORDER BY seq",
                                "SELECT seq||name||salt||value FROM ledger_salt ORDER BY 1",
                                "SELECT size||origin||root||hex(signature)||key FROM"
                                        + " ledger_checkpoint ORDER BY size",
                                "SELECT size||authority||kind||hex(request)||hex(response)||"
                                        + "gen_time||seq FROM ledger_stamp ORDER BY seq"))
                    try (var row = statement.executeQuery(sql)) {
                        while (row.next()) all.append(row.getString(1)).append('\n');
                    }
            } catch (SQLException e) {
                all.append("unreadable ").append(e.getMessage());
            }
            return all.toString();
        }

        /** Whether the report says anything worse than that of the sound things. */
        private boolean found(List<Path> asked) {
            try {
                Report report = verify(asked);
                boolean signed =
                        report.check("C10").findings().stream()
                                .anyMatch(finding -> finding.word().equals("pdf.signed"));
                // A paper alone has no ledger, so its own signature is what must have broken.
                if (asked.contains(paper)) return report.outcome() == Outcome.FAILED || !signed;
                return report.outcome() != Outcome.PASSED;
            } catch (RuntimeException | StackOverflowError escaped) {
                exceptions++;
                run.tell(Map.of("exception", String.valueOf(escaped)));
                return false;
            }
        }

        private Report verify(List<Path> paths) {
            return new Verifier(trust, (pdf, bags) -> List.of()).verify(paths);
        }

        private void miss(Victim victim, String what) {
            missed.merge(victim, 1, Integer::sum);
            run.tell(Map.of("missed", victim.name(), "what", what));
        }

        /** The script must find it too, unless it is the script itself that was bent. */
        private void script(Path file, String what) {
            if (file.endsWith("verify.sh")) return;
            long before = System.nanoTime();
            try {
                Process process =
                        new ProcessBuilder("/bin/sh", bag.resolve("verify.sh").toString())
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .redirectError(ProcessBuilder.Redirect.DISCARD)
                                .start();
                boolean ended = process.waitFor(120, TimeUnit.SECONDS);
                scripts++;
                if (!ended || process.exitValue() == 0) {
                    scriptsMissed++;
                    run.tell(Map.of("missed_by_script", what));
                }
            } catch (IOException e) {
                run.tell(Map.of("script", String.valueOf(e.getMessage())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            scriptSeconds += (System.nanoTime() - before) / 1e9;
        }

        /** Returns the slowest of three checks of a bag of 50 MB, in seconds. */
        private double largest() throws Failure {
            if (run.has("small")) return 0;
            Path root = vault.resolveSibling("large");
            Path target = vault.resolveSibling("large-bag");
            SetClock clock = new SetClock(BEGIN, run.clock().getZone());
            try (SmallShop shop = new SmallShop(root, vault.resolveSibling("tsa"), clock)) {
                shop.arm();
                shop.stamp();
                SmallShop.Parcel parcel = shop.pack(LARGE_SECONDS, LARGE_SECONDS, LARGE_PIECE);
                shop.stamp();
                shop.bag(target, List.of(), parcel);
            }
            double slowest = 0;
            for (int i = 0; i < 3; i++) {
                long before = System.nanoTime();
                verify(List.of(target));
                slowest = Math.max(slowest, (System.nanoTime() - before) / 1e9);
            }
            return slowest;
        }

        private boolean tell(long times, double seconds, boolean whole, double slowest) {
            int misses = missed.values().stream().mapToInt(Integer::intValue).sum();
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("mutations", times);
            tried.forEach((victim, count) -> figures.put(name(victim), count));
            figures.put("missed", misses);
            figures.put("exceptions", exceptions);
            figures.put("database_bytes_without_meaning", silent);
            figures.put("scripts_run", scripts);
            figures.put("missed_by_script", scriptsMissed);
            figures.put("mean_ms", Math.round(seconds * 1e6 / Math.max(1, times)) / 1000.0);
            figures.put(
                    "script_mean_s",
                    Math.round(scriptSeconds * 100 / Math.max(1, scripts)) / 100.0);
            figures.put("slowest_check_of_50_mb_s", Math.round(slowest * 1000) / 1000.0);
            figures.put("sound_again_at_the_end", whole);
            Map<String, Object> goals = new LinkedHashMap<>();
            goals.put("missed", 0);
            goals.put("exceptions", 0);
            goals.put("missed_by_script", 0);
            goals.put("slowest_check_of_50_mb_s", "<= 2");
            boolean holds = misses + exceptions + scriptsMissed == 0 && whole && slowest <= 2;
            return run.verdict(holds, figures, goals);
        }

        private static String name(Victim victim) {
            return victim.name().toLowerCase(java.util.Locale.ROOT);
        }

        private Path any(List<Path> files) {
            return files.get(random.nextInt(files.size()));
        }

        private static int differs(byte[] one, byte[] other) {
            return java.util.Arrays.mismatch(one, other);
        }

        private static List<Path> files(Path folder) throws Failure {
            try (Stream<Path> walk = Files.walk(folder)) {
                return walk.filter(Files::isRegularFile).sorted().toList();
            } catch (IOException e) {
                throw new Failure(BenchProblem.FILE_UNREADABLE, e, folder);
            }
        }
    }
}
