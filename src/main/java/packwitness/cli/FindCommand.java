package packwitness.cli;

import packwitness.shipment.Shipment;
import packwitness.shipment.Take;
import packwitness.shop.Shop;
import packwitness.value.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Finds parcels by any part that support may have. */
@Command(name = "find", description = "查找包裹 / find parcels")
final class FindCommand extends Action {
    @Parameters(paramLabel = "TEXT")
    String text = "";

    @Option(names = "--limit", paramLabel = "N")
    int limit = 20;

    FindCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run() throws Failure {
        try (Shop shop = desk.openExisting(common)) {
            List<Shipment> found = shop.index().find(text, limit);
            if (common.json) desk.json(Views.all(found, Views::shipment));
            else if (found.isEmpty()) say("cli.find.nothing", text);
            else for (Shipment shipment : found) print(this, shipment);
        }
        return ExitCode.DONE;
    }

    static void print(Action action, Shipment s) {
        ZoneId zone = action.desk.clock().getZone();
        DateTimeFormatter time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(zone);
        action.say(
                "cli.shipment",
                s.waybill(),
                time.format(s.lastScan()),
                s.title(),
                s.takes().size());
        for (Take take : s.takes()) {
            if (take.stop().isPresent()) {
                Take.Stop stop = take.stop().get();
                action.detail(
                        "cli.take",
                        take.number(),
                        action.messages().say("cli.take." + take.state()),
                        stop.length().toMillis() / 1000.0,
                        stop.recorded(),
                        stop.dropped(),
                        take.file());
            } else {
                action.detail("cli.take.open", take.number(), take.file());
            }
        }
        s.holdReason().ifPresent(why -> action.detail("cli.held", why));
    }
}
