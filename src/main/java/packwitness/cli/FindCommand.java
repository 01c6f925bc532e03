package packwitness.cli;

import packwitness.shipment.ParcelCode;
import packwitness.shipment.Shipment;
import packwitness.shipment.ShipmentQuery;
import packwitness.shipment.Take;
import packwitness.shipment.TakeEnd;
import packwitness.shipment.TakeEvent;
import packwitness.shop.Shop;
import packwitness.value.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Finds parcels by any part that support may have. */
@Command(name = "find", description = "查找包裹 / find parcels")
final class FindCommand extends Action {
    private static final LocalDate EVER = LocalDate.EPOCH;
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    @Parameters(
            paramLabel = "TEXT",
            arity = "0..1",
            description = "运单、订单、商品条码、买家、商品名 / any part that is known")
    String text = "";

    @Option(names = "--unbound", description = "只列未绑定运单的录像 / only those without waybill")
    boolean unbound;

    @Option(
            names = "--since",
            paramLabel = "DATE",
            description = "从这一天起，如 2026-11-23 / from this day on")
    LocalDate since = EVER;

    @Option(names = "--until", paramLabel = "DATE", description = "到这一天止 / up to this day")
    LocalDate until = NEVER;

    @Option(names = "--limit", paramLabel = "N")
    int limit = 20;

    FindCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run() throws Failure {
        boolean anything = text.isBlank() && !unbound && since.equals(EVER) && until.equals(NEVER);
        if (anything)
            throw new Failure(CliProblem.BAD_VALUE, text, "TEXT, --unbound, --since, --until");
        try (Shop shop = desk.openExisting(common)) {
            ZoneId zone = desk.clock().getZone();
            ShipmentQuery query =
                    new ShipmentQuery(
                            text,
                            since.atStartOfDay(zone).toInstant(),
                            until.plusDays(1).atStartOfDay(zone).toInstant(),
                            unbound,
                            limit);
            List<Shipment> found = shop.index().find(query);
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
                s.bound()
                        ? s.waybill().text()
                        : action.messages().say("cli.unbound", s.waybill().text().substring(1)),
                time.format(s.lastScan()),
                s.title(),
                s.takes().stream().mapToInt(Take::number).distinct().count());
        for (ParcelCode code : s.codes())
            action.detail("cli.code." + code.kind(), code.code(), time.format(code.at()));
        for (Take take : s.takes()) {
            if (take.stop().isPresent()) {
                Take.Stop stop = take.stop().get();
                action.detail(
                        "cli.take",
                        name(action, s, take),
                        action.messages().say("cli.take." + take.state()),
                        stop.length().toMillis() / 1000.0,
                        stop.recorded(),
                        stop.dropped(),
                        take.file());
            } else {
                action.detail("cli.take.open", name(action, s, take), take.file());
            }
            for (TakeEvent event : take.events()) print(action, time, event);
        }
        s.holdReason().ifPresent(why -> action.detail("cli.held", why));
    }

    /** A take with two views names the view beside its number. */
    static String name(Action action, Shipment s, Take take) {
        long views = s.takes().stream().filter(t -> t.number() == take.number()).count();
        return views < 2
                ? String.valueOf(take.number())
                : action.messages().say("cli.view." + take.view(), take.number());
    }

    private static void print(Action action, DateTimeFormatter time, TakeEvent event) {
        if (event.kind().equals(TakeEvent.TRIM))
            action.detail(
                    "cli.trim",
                    time.format(event.from().orElse(event.at())),
                    time.format(event.to().orElse(event.at())));
        else if (event.kind().equals(TakeEnd.LABEL_UNSEEN.name())) action.detail("cli.unseen");
        else action.detail("cli.event", time.format(event.at()), event.kind(), event.detail());
    }
}
