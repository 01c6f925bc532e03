package packwitness.cli;

import packwitness.shipment.DeskEvent;
import packwitness.shipment.DeskSettings;
import packwitness.shipment.PackingDesk;
import packwitness.shop.Shop;
import packwitness.value.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * An armed station: scans are lines on standard input, events are JSON lines on standard output.
 */
@Command(name = "station", description = "打包台：标准输入为扫码，标准输出为事件 / a station fed with scans")
final class StationCommand extends Action {
    @Mixin Cameras cameras = new Cameras();

    @Option(
            names = "--still",
            paramLabel = "SECONDS",
            description = "画面静止多久后结束录像，0 为不结束 / close a take after stillness, 0 never")
    long still = DeskSettings.standard().still().toSeconds();

    @Option(
            names = "--encoder",
            paramLabel = "NAME",
            description = "software、hardware 或编码器名 / software, hardware or a name")
    String encoder = "";

    @Option(
            names = "--burn-in",
            description = "H.264 摄像头也把文字印进画面 / burn text into H.264 cameras too")
    boolean burnIn;

    StationCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run() throws Failure {
        if (still < 0) throw new Failure(CliProblem.BAD_VALUE, still, "--still >= 0");
        DeskSettings packingRules =
                DeskSettings.standard()
                        .withStill(Duration.ofSeconds(still))
                        .withEncoder(encoder)
                        .withBurnIn(burnIn);
        try (Shop shop = desk.open(common, packingRules)) {
            PackingDesk packing = shop.desk();
            Consumer<DeskEvent> teller = event -> desk.line(view(event));
            packing.listen(teller);
            shop.recovered()
                    .forEach(take -> desk.line(Map.of("event", "recovered", "take", take.value())));
            shop.arm(cameras.plan());
            try (NightThread _ = NightThread.begin(shop, desk)) {
                serve(packing);
            }
            packing.disarm();
            packing.finishStills();
            shop.checkpoint();
        }
        return ExitCode.DONE;
    }

    private void serve(PackingDesk packing) throws Failure {
        try {
            BufferedReader scans =
                    new BufferedReader(new InputStreamReader(desk.in(), StandardCharsets.UTF_8));
            for (String line = scans.readLine(); line != null; line = scans.readLine())
                scan(packing, line);
        } catch (IOException e) {
            throw new Failure(CliProblem.FILE_UNREADABLE, e, "-");
        }
    }

    /** A scan that cannot be kept is told and the station goes on: the next one may be. */
    private void scan(PackingDesk packing, String line) {
        try {
            packing.scan(line);
        } catch (Failure failure) {
            desk.explain(common, failure);
            desk.line(Map.of("event", "failure", "problem", failure.problem().key()));
        }
    }

    static Map<String, Object> view(DeskEvent event) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("event", event.kind());
        map.put("at", event.at().toString());
        map.putAll(new java.util.TreeMap<>(event.facts()));
        return map;
    }
}
