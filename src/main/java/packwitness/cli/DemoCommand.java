package packwitness.cli;

import packwitness.claim.FileRole;
import packwitness.claim.NewClaim;
import packwitness.claim.RefundClaim;
import packwitness.dossier.MadeDossier;
import packwitness.dossier.paper.Addressee;
import packwitness.inspect.Inspection;
import packwitness.inspect.compare.Comparison;
import packwitness.law.Qualification;
import packwitness.ledger.Outcome;
import packwitness.orders.OrderImport;
import packwitness.shipment.PackingDesk;
import packwitness.shipment.ScanOutcome;
import packwitness.shipment.Shipment;
import packwitness.shipment.Take;
import packwitness.shop.DemoMaterial;
import packwitness.shop.Shop;
import packwitness.value.Failure;
import packwitness.value.Fen;
import packwitness.value.Lang;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The whole job on the built-in scene: record, find, claim, inspect, qualify, answer, verify. */
@Command(name = "demo", description = "用演示场景走完全程 / the whole job on the demo scene")
final class DemoCommand extends Action {
    private static final Duration PER_PARCEL = Duration.ofSeconds(8);
    private static final Duration BEFORE_FIRST = Duration.ofMillis(3500);
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "packwitness-demo")
    Path out = Path.of("packwitness-demo");

    DemoCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run() throws Failure {
        Path folder = out.toAbsolutePath().normalize();
        refuseUsed(folder);
        Path vault = folder.resolve("vault");
        Shop.useTestAuthority(vault);
        Steps steps = new Steps(this);
        try (Shop shop = Shop.open(vault, desk.settings(), desk.clock())) {
            record(shop, steps);
            takeOrders(shop, folder, steps);
            find(shop, steps);
            RefundClaim claim = claim(shop, folder, steps);
            inspect(shop, claim, steps);
            qualify(shop, claim, steps);
            MadeDossier made = answer(shop, claim, folder, steps);
            boolean good = check(made, steps);
            say("cli.demo.end", steps.whole(), made.pdf(), made.bag().folder(), vault);
            return good ? ExitCode.DONE : ExitCode.FAULT;
        }
    }

    private void record(Shop shop, Steps steps) throws Failure {
        steps.begin("cli.demo.record", PER_PARCEL.toSeconds());
        PackingDesk packing = shop.desk();
        shop.arm("demo:?fps=30&size=1280x720", "1");
        pause(BEFORE_FIRST);
        for (String waybill : DemoMaterial.WAYBILLS) {
            ScanOutcome outcome = packing.scan(waybill);
            steps.note("cli.demo.scanned", outcome.text(), outcome.kind());
            pause(PER_PARCEL);
        }
        packing.disarm();
        shop.checkpoint();
        packing.finishStills();
        for (String waybill : DemoMaterial.WAYBILLS) {
            Take.Stop stop = shop.index().require(waybill).takes().getLast().stop().orElseThrow();
            steps.note(
                    "cli.demo.take",
                    waybill,
                    stop.recorded(),
                    stop.preRoll(),
                    stop.received(),
                    stop.dropped(),
                    stop.sha256().brief());
        }
        steps.done();
    }

    private void takeOrders(Shop shop, Path folder, Steps steps) throws Failure {
        Path file = folder.resolve("orders-pinduoduo.csv");
        steps.begin("cli.demo.import", file.getFileName());
        write(
                file,
                DemoMaterial.orders(desk.clock().instant(), BEIJING)
                        .getBytes(StandardCharsets.UTF_8));
        OrderImport.Imported done = shop.orders().take(file);
        steps.note("cli.import.done", done.orders(), messages().platform(done.platform()));
        steps.done();
    }

    private void find(Shop shop, Steps steps) throws Failure {
        String waybill = DemoMaterial.WAYBILLS.getFirst();
        for (String text : List.of(waybill.substring(waybill.length() - 6), "陶瓷")) {
            steps.begin("cli.demo.find", text);
            List<Shipment> found = shop.index().find(text, 20);
            for (Shipment shipment : found)
                steps.note("cli.demo.found", shipment.waybill(), shipment.title());
            if (found.stream().noneMatch(s -> s.waybill().text().equals(waybill)))
                throw new IllegalStateException("not found: " + text);
            steps.done();
        }
    }

    private RefundClaim claim(Shop shop, Path folder, Steps steps) throws Failure {
        steps.begin("cli.demo.claim");
        Shipment shipment = shop.index().require(DemoMaterial.WAYBILLS.getFirst());
        RefundClaim claim =
                shop.claims()
                        .open(
                                new NewClaim(
                                        shipment.id(),
                                        "拼多多",
                                        "收到的杯子有裂纹，申请仅退款",
                                        Fen.ofYuan("168.00"),
                                        true,
                                        desk.clock().instant().atZone(BEIJING).toLocalDate(),
                                        Optional.of(
                                                desk.clock().instant().plus(Duration.ofHours(36))),
                                        Optional.of("演示买家")));
        shop.claims().set(claim.id(), Map.of("refund_by", "platform", "automatic", "true"));
        Path ours = folder.resolve("listing.jpg");
        Path theirs = folder.resolve("buyer-picture.png");
        write(ours, DemoMaterial.listingPicture());
        write(theirs, DemoMaterial.buyerPicture());
        shop.claims().add(claim.id(), FileRole.LISTING, ours, "演示用商品图片");
        shop.claims().add(claim.id(), FileRole.BUYER, theirs, "演示用图片，由商品图片绘制裂纹而成");
        steps.note("cli.claim.opened", claim.id(), claim.amount());
        steps.done();
        return shop.claims().show(claim.id());
    }

    private void inspect(Shop shop, RefundClaim claim, Steps steps) throws Failure {
        steps.begin("cli.demo.inspect");
        Lang lang = messages().lang();
        byte[] ours = DemoMaterial.listingPicture();
        byte[] theirs = DemoMaterial.buyerPicture();
        Inspection inspection = shop.inspector().inspect(theirs);
        steps.note("cli.demo.says", inspection.words(lang).says());
        steps.note("cli.inspect.not", inspection.words(lang).doesNotProve());
        Comparison comparison = shop.comparer().compare(ours, theirs);
        steps.note(
                comparison.changed()
                        ? "cli.inspect.changed"
                        : comparison.copy() ? "cli.inspect.copy" : "cli.inspect.other");
        steps.note("cli.demo.regions", comparison.regions().size());
        steps.done();
    }

    private void qualify(Shop shop, RefundClaim claim, Steps steps) throws Failure {
        steps.begin("cli.demo.qualify");
        Qualification found = shop.dossiers().qualify(claim.id());
        steps.note("cli.demo.says", found.tierMeaning().in(messages().lang()));
        steps.note("cli.demo.cited", found.mustCite().size(), found.deadlines().size());
        steps.done();
    }

    private MadeDossier answer(Shop shop, RefundClaim claim, Path folder, Steps steps)
            throws Failure {
        steps.begin("cli.demo.dossier");
        MadeDossier made = shop.dossiers().make(claim.id(), Addressee.PLATFORM, folder);
        steps.note("cli.dossier.pdf", made.pdf(), made.paper().pages());
        steps.note("cli.dossier.bag", made.bag().folder(), made.bag().files());
        steps.done();
        return made;
    }

    private boolean check(MadeDossier made, Steps steps) throws Failure {
        steps.begin("cli.demo.verify");
        for (var check : made.report().checks())
            steps.note(
                    "cli.demo.check",
                    check.id(),
                    messages().say("cli.verify." + check.outcome()),
                    check.title(messages().lang()));
        boolean shell = shell(made.bag().folder(), steps);
        steps.note("cli.demo.test");
        steps.done();
        return made.report().outcome() != Outcome.FAILED && shell;
    }

    /**
     * Runs the bag's own script as a stranger would; where there is no shell or openssl, says so.
     */
    private boolean shell(Path bag, Steps steps) throws Failure {
        try {
            Process process =
                    new ProcessBuilder("sh", "verify.sh")
                            .directory(bag.toFile())
                            .redirectErrorStream(true)
                            .start();
            process.getOutputStream().close();
            String last = "";
            try (BufferedReader lines =
                    new BufferedReader(
                            new InputStreamReader(
                                    process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine())
                    if (!line.isBlank()) last = line;
            }
            int code = process.waitFor();
            steps.note("cli.demo.shell", code, last);
            return code == 0;
        } catch (IOException e) {
            steps.note("cli.demo.noshell");
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void refuseUsed(Path folder) throws Failure {
        if (!Files.exists(folder)) return;
        try (Stream<Path> inside = Files.list(folder)) {
            if (inside.findAny().isPresent())
                throw new Failure(CliProblem.FOLDER_NOT_EMPTY, folder);
        } catch (IOException e) {
            throw new Failure(CliProblem.FILE_UNREADABLE, e, folder);
        }
    }

    private static void write(Path file, byte[] bytes) throws Failure {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new Failure(packwitness.storage.StorageProblem.NOT_WRITABLE, e, file);
        }
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
