package packwitness.cli;

import packwitness.scan.Scan;
import packwitness.scan.ScanRules;
import packwitness.shipment.DeskSettings;
import packwitness.shipment.PackingDesk;
import packwitness.shipment.ScanOutcome;
import packwitness.shipment.Shipment;
import packwitness.shipment.ShipmentProblem;
import packwitness.shop.Shop;
import packwitness.value.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Records one parcel, for a number of seconds or to the end of a recorded file. */
@Command(name = "record", description = "录制一个包裹 / record one parcel")
final class RecordCommand extends Action {
    private static final long NO_END = Duration.ofDays(1).toSeconds();

    @Option(names = "--waybill", required = true, paramLabel = "NO")
    String waybill = "";

    @Mixin Cameras cameras = new Cameras();

    @Option(names = "--seconds", paramLabel = "N", description = "时长 / length; a file: to its end")
    long seconds = NO_END;

    RecordCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run() throws Failure {
        if (seconds <= 0) throw new Failure(CliProblem.BAD_VALUE, seconds, "--seconds > 0");
        if (!(ScanRules.shipped().read(waybill) instanceof Scan.Waybill))
            throw new Failure(ShipmentProblem.NOT_A_WAYBILL, waybill);
        // Nobody stands at the table who could forget to stop.
        DeskSettings unwatched = DeskSettings.standard().withStill(Duration.ZERO);
        try (Shop shop = desk.open(common, unwatched)) {
            PackingDesk packing = shop.desk();
            CountDownLatch ended = new CountDownLatch(1);
            packing.listen(event -> {
                if ("SOURCE_ENDED".equals(event.facts().get("alarm"))
                        || "RECORDER_FAILED".equals(event.facts().get("alarm"))) ended.countDown();
            });
            shop.arm(cameras.plan());
            ScanOutcome outcome = packing.scan(waybill);
            if (!common.json) say("cli.record.running", outcome.text());
            await(ended);
            packing.disarm();
            packing.finishStills();
            shop.checkpoint();
            Shipment shipment = shop.index().show(outcome.shipment().orElseThrow()).orElseThrow();
            if (common.json) desk.json(Views.shipment(shipment));
            else FindCommand.print(this, shipment, false, java.util.List.of());
        }
        return ExitCode.DONE;
    }

    private void await(CountDownLatch ended) {
        try {
            ended.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
