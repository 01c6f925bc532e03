package packwitness.cli;

import packwitness.keep.HoldReason;
import packwitness.keep.Masks;
import packwitness.orders.Order;
import packwitness.shipment.FoundPage;
import packwitness.shipment.ParcelCode;
import packwitness.shipment.Shipment;
import packwitness.shipment.ShipmentQuery;
import packwitness.shipment.Take;
import packwitness.shipment.TakeEnd;
import packwitness.shipment.TakeEvent;
import packwitness.shipment.search.Filters;
import packwitness.shipment.search.NotFound;
import packwitness.shipment.search.PageKey;
import packwitness.shop.KeepWords;
import packwitness.shop.Shop;
import packwitness.value.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

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

    @Option(names = "--day", paramLabel = "DATE", description = "只看这一天 / this day only")
    Optional<LocalDate> day = Optional.empty();

    @Option(names = "--station", paramLabel = "NAME", description = "工位 / station")
    Optional<String> station = Optional.empty();

    @Option(names = "--packer", paramLabel = "NAME", description = "打包员 / packer")
    Optional<String> packer = Optional.empty();

    @Option(names = "--platform", paramLabel = "NAME", description = "平台 / platform of the order")
    Optional<String> platform = Optional.empty();

    @Option(names = "--carrier", paramLabel = "NAME", description = "快递公司 / carrier")
    Optional<String> carrier = Optional.empty();

    @Option(names = "--claim", description = "只列有售后案件的 / only those with a claim")
    boolean claim;

    @Option(names = "--hold", description = "只列已保全的 / only those on hold")
    boolean hold;

    @Option(
            names = "--incomplete",
            description = "只列录像不完整的 / only those with a recording that is not whole")
    boolean incomplete;

    @Option(
            names = "--reveal",
            description = "显示买家全名和备注，并记入账本 / buyer and notes in full; noted in the ledger")
    boolean reveal;

    @Option(names = "--limit", paramLabel = "N")
    int limit = 20;

    @Option(
            names = "--after",
            paramLabel = "KEY",
            description = "接着上一页 / goes on where the page before ended")
    Optional<String> after = Optional.empty();

    FindCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run() throws Failure {
        Filters filters = filters();
        if (text.isBlank() && filters.equals(Filters.none()) && after.isEmpty())
            throw new Failure(CliProblem.BAD_VALUE, text, "TEXT, --unbound, --since, --until");
        if (limit < 1) throw new Failure(CliProblem.BAD_VALUE, limit, "--limit 1, 2, 3 …");
        Optional<PageKey> key = after.flatMap(PageKey::of);
        if (after.isPresent() && key.isEmpty())
            throw new Failure(CliProblem.BAD_VALUE, after.get(), "--after KEY");
        try (Shop shop = desk.openExisting(common)) {
            ShipmentQuery query = ShipmentQuery.of(text, limit).with(filters);
            FoundPage<Shipment> found = shop.index().find(query, key);
            // Noted before it is shown: whoever saw it stands in the ledger.
            if (reveal) for (Shipment shipment : found.rows()) reveal(shop, shipment);
            if (common.json) desk.json(Views.all(found.rows(), s -> Views.shipment(s, reveal)));
            else
                for (Shipment shipment : found.rows())
                    print(this, shipment, reveal, shop.retention().holds(shipment.id()));
            if (found.rows().isEmpty() && !common.json) say("cli.find.nothing", text);
            if (found.rows().isEmpty() && !text.isBlank()) explain(shop.index().why(text));
            if (found.next().isPresent())
                desk.err().println(messages().say("cli.find.more", found.next().get()));
        }
        return ExitCode.DONE;
    }

    private Filters filters() {
        ZoneId zone = desk.clock().getZone();
        LocalDate first = day.orElse(since);
        LocalDate last = day.orElse(until);
        Filters filters =
                Filters.none()
                        .at(station)
                        .packedBy(packer)
                        .on(platform)
                        .sentBy(carrier)
                        .only(claim, hold, incomplete, unbound);
        if (first.equals(EVER) && last.equals(NEVER)) return filters;
        return filters.between(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** Says on standard error why there is nothing, so that the answer itself stays as it was. */
    private void explain(List<NotFound> reasons) {
        DateTimeFormatter time =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(desk.clock().getZone());
        for (NotFound reason : reasons)
            desk.err()
                    .println(
                            "  "
                                    + messages()
                                            .say(
                                                    "cli.find.why." + reason.kind(),
                                                    reason.subject(),
                                                    reason.at().map(time::format).orElse(""),
                                                    reason.other().orElse("")));
    }

    /** Writes into the ledger who has the buyer of a parcel shown. */
    static void reveal(Shop shop, Shipment shipment) throws Failure {
        shop.index()
                .revealed(
                        shipment.id(),
                        "buyer, note",
                        RetentionCommands.doer().door(),
                        RetentionCommands.doer().name());
    }

    static void print(Action action, Shipment s, boolean revealed, List<HoldReason> holds) {
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
        for (Order order : s.orders())
            action.detail(
                    "cli.order",
                    action.messages().platform(order.platform()),
                    order.number(),
                    order.buyer().map(buyer -> revealed ? buyer : Masks.name(buyer)).orElse("—"),
                    order.note().map(note -> revealed ? note : Masks.name(note)).orElse("—"));
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
        for (String why : new KeepWords(action.messages()).holds(holds))
            action.detail("cli.held", why);
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
