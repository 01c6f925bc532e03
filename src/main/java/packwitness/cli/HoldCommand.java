package packwitness.cli;

import packwitness.shipment.Shipment;
import packwitness.shop.Shop;
import packwitness.value.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a parcel on hold or takes it off. */
@Command(name = "hold", description = "保全 / hold a parcel: nothing of it is deleted")
final class HoldCommand extends Action {
    /** The two ways. */
    enum Switch {
        ON,
        OFF
    }

    @Parameters(index = "0", paramLabel = "WAYBILL")
    String waybill = "";

    @Parameters(index = "1", paramLabel = "on|off")
    Switch state = Switch.ON;

    @Option(names = "--why", required = true, paramLabel = "TEXT")
    String why = "";

    HoldCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run() throws Failure {
        try (Shop shop = desk.openExisting(common)) {
            Shipment shipment = shop.index().require(waybill);
            shop.index().hold(shipment.id(), state == Switch.ON, why);
            if (common.json) desk.json(Views.shipment(shop.index().require(waybill)));
            else say(state == Switch.ON ? "cli.hold.on" : "cli.hold.off", shipment.waybill());
        }
        return ExitCode.DONE;
    }
}
