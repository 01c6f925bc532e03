package packwitness.cli;

import packwitness.keep.ErasedPerson;
import packwitness.keep.Masks;
import packwitness.keep.PersonData;
import packwitness.keep.RetentionProgress;
import packwitness.shop.Shop;
import packwitness.value.Failure;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The commands about what is held of a person. */
final class PersonCommands {
    private PersonCommands() {}

    @Command(
            name = "person",
            mixinStandardHelpOptions = true,
            description = "个人信息 / what is held of a person: list erase",
            synopsisSubcommandLabel = "COMMAND")
    static final class Root {}

    static CommandLine line(Desk desk) {
        return new CommandLine(new Root())
                .addSubcommand("list", new ListData(desk))
                .addSubcommand("erase", new Erase(desk));
    }

    @Command(name = "list", description = "列出某人的信息（默认打码）/ list a person's data, masked")
    static final class ListData extends Action {
        @Parameters(paramLabel = "TEXT", description = "买家昵称、订单号或运单号 / account, order or waybill")
        String text = "";

        @Option(names = "--reveal", description = "显示全部并记入账本 / show in full; noted in the ledger")
        boolean reveal;

        ListData(Desk desk) {
            super(desk);
        }

        @Override
        int run() throws Failure {
            try (Shop shop = desk.openExisting(common)) {
                PersonData data = shop.people().list(text);
                // Noted before it is shown: whoever saw it stands in the ledger.
                if (reveal) shop.people().revealed(data, RetentionCommands.doer());
                if (common.json) desk.json(view(data));
                else print(data);
            }
            return ExitCode.DONE;
        }

        private void print(PersonData data) {
            for (PersonData.Parcel parcel : data.parcels())
                say(
                        "cli.person.parcel",
                        number(parcel.waybill()),
                        parcel.at(),
                        parcel.values(),
                        parcel.videos(),
                        parcel.claims(),
                        parcel.held() ? messages().say("cli.person.held") : "");
            for (PersonData.Order order : data.orders())
                say(
                        "cli.person.order",
                        messages().platform(order.platform()),
                        number(order.number()),
                        name(order.buyer()),
                        order.note() ? messages().say("cli.person.note") : "");
        }

        private Map<String, Object> view(PersonData data) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("masked", !reveal);
            map.put("parcels", data.parcels().stream().map(this::view).toList());
            List<Map<String, Object>> orders =
                    data.orders().stream()
                            .map(order -> {
                                Map<String, Object> one = new LinkedHashMap<>();
                                one.put("platform", order.platform());
                                one.put("order", number(order.number()));
                                one.put("buyer", name(order.buyer()));
                                one.put("note", order.note());
                                return one;
                            })
                            .toList();
            map.put("orders", orders);
            return map;
        }

        private Map<String, Object> view(PersonData.Parcel parcel) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("shipment", parcel.id().value());
            one.put("waybill", number(parcel.waybill()));
            one.put("at", parcel.at().toString());
            one.put("values", parcel.values());
            one.put("videos", parcel.videos());
            one.put("claims", parcel.claims());
            one.put("held", parcel.held());
            return one;
        }

        private String number(String number) {
            return reveal ? number : Masks.number(number);
        }

        private String name(String name) {
            return reveal ? name : Masks.name(name);
        }
    }

    @Command(name = "erase", description = "删除某人的信息，保全中的除外 / erase a person's data unless on hold")
    static final class Erase extends Action {
        @Parameters(paramLabel = "TEXT")
        String text = "";

        @Option(names = "--why", required = true, paramLabel = "TEXT")
        String why = "";

        @Option(names = "--with-videos", description = "录像和画面也移入隔离区 / videos and pictures too")
        boolean withVideos;

        Erase(Desk desk) {
            super(desk);
        }

        @Override
        int run() throws Failure {
            try (Shop shop = desk.openExisting(common)) {
                ErasedPerson done =
                        shop.people()
                                .erase(
                                        text,
                                        why,
                                        withVideos,
                                        RetentionCommands.doer(),
                                        RetentionProgress.UNSEEN);
                if (common.json) {
                    Map<String, Object> map = new LinkedHashMap<>();
                    map.put("parcels", done.parcels());
                    map.put("orders", done.orders());
                    map.put("values", done.values());
                    map.put("held", done.heldParcels());
                    map.put("videos", done.videos());
                    desk.json(map);
                } else {
                    say(
                            "cli.person.erased",
                            done.parcels(),
                            done.orders(),
                            done.values(),
                            done.videos(),
                            done.heldParcels());
                }
            }
            return ExitCode.DONE;
        }
    }
}
