package packwitness.cli;

import org.jspecify.annotations.Nullable;

import packwitness.claim.BuyerHistory.Trait;
import packwitness.claim.BuyerLink;
import packwitness.shop.BuyerStanding;
import packwitness.shop.Shop;
import packwitness.value.ClaimId;
import packwitness.value.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The commands about a buyer's further claims. */
final class BuyerCommands {
    private BuyerCommands() {}

    @Command(
            name = "buyer",
            description = "记下买家电话或地址（只存散列值）/ note the buyer's phone or address, as a hash")
    static final class Note extends Action {
        @Parameters(paramLabel = "CLAIM")
        long claim;

        @Option(names = "--phone", paramLabel = "NUMBER")
        @Nullable String phone;

        @Option(names = "--address", paramLabel = "TEXT")
        @Nullable String address;

        Note(Desk desk) {
            super(desk);
        }

        @Override
        int run() throws Failure {
            try (Shop shop = desk.openExisting(common)) {
                ClaimId id = new ClaimId(claim);
                String number = phone;
                String place = address;
                if (number != null) shop.claims().buyers().note(id, Trait.PHONE, number);
                if (place != null) shop.claims().buyers().note(id, Trait.ADDRESS, place);
                show(this, shop, id);
            }
            return ExitCode.DONE;
        }
    }

    @Command(name = "links", description = "可能属于同一买家的申请 / claims that may come from the same buyer")
    static final class Links extends Action {
        @Parameters(paramLabel = "CLAIM")
        long claim;

        Links(Desk desk) {
            super(desk);
        }

        @Override
        int run() throws Failure {
            try (Shop shop = desk.openExisting(common)) {
                show(this, shop, new ClaimId(claim));
            }
            return ExitCode.DONE;
        }
    }

    @Command(name = "link", description = "确认或排除同一买家 / say whether two claims come from one buyer")
    static final class Say extends Action {
        @Parameters(index = "0", paramLabel = "CLAIM")
        long claim;

        @Parameters(index = "1", paramLabel = "OTHER")
        long other;

        @Option(names = "--same", required = true, paramLabel = "true|false", arity = "1")
        boolean same;

        @Option(names = "--why", paramLabel = "TEXT")
        String why = "";

        Say(Desk desk) {
            super(desk);
        }

        @Override
        int run() throws Failure {
            try (Shop shop = desk.openExisting(common)) {
                ClaimId id = new ClaimId(claim);
                shop.claims().buyers().say(id, new ClaimId(other), same, why);
                show(this, shop, id);
            }
            return ExitCode.DONE;
        }
    }

    @Command(
            name = "standing",
            description = "买家累计金额与可能的定性 / the buyer's sums and what they may reach")
    static final class Standing extends Action {
        @Parameters(paramLabel = "CLAIM")
        long claim;

        Standing(Desk desk) {
            super(desk);
        }

        @Override
        int run() throws Failure {
            try (Shop shop = desk.openExisting(common)) {
                BuyerStanding found = shop.buyer(new ClaimId(claim));
                if (common.json) {
                    Map<String, Object> map = new LinkedHashMap<>();
                    map.put("claim", found.claim().id().value());
                    map.put("deceit_supposed", found.supposed());
                    map.put("counted", view(found.counted()));
                    map.put("possible", view(found.possible()));
                    map.put("links", found.links().stream().map(BuyerCommands::view).toList());
                    desk.json(map);
                } else {
                    if (found.supposed()) say("cli.standing.supposed");
                    print("cli.standing.counted", found.counted());
                    print("cli.standing.possible", found.possible());
                }
            }
            return ExitCode.DONE;
        }

        private void print(String key, BuyerStanding.Sum sum) {
            say(
                    key,
                    sum.claims(),
                    sum.obtained(),
                    sum.attempted(),
                    sum.recentlyObtained(),
                    sum.reached().tierMeaning().in(desk.lang(common)));
        }

        private static Map<String, Object> view(BuyerStanding.Sum sum) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("claims", sum.claims());
            map.put("tier", sum.reached().tier().name());
            map.put("cumulative_obtained", sum.obtained().yuan());
            map.put("cumulative_attempted", sum.attempted().yuan());
            map.put("two_years_obtained", sum.recentlyObtained().yuan());
            map.put("two_years_attempted", sum.recentlyAttempted().yuan());
            map.put("forums", sum.reached().toJson().get("forums"));
            return map;
        }
    }

    private static void show(Action action, Shop shop, ClaimId id) throws Failure {
        List<BuyerLink> links = shop.claims().buyers().linksOf(id);
        if (action.common.json) {
            action.desk.json(links.stream().map(BuyerCommands::view).toList());
            return;
        }
        if (links.isEmpty()) action.say("cli.link.none");
        for (BuyerLink link : links) {
            String kinds =
                    link.kinds().stream()
                            .map(kind -> action.messages().say("cli.link." + kind))
                            .collect(Collectors.joining(", "));
            String said = link.said().map(same -> same ? "same" : "other").orElse("undecided");
            action.say(
                    "cli.link",
                    link.other().id(),
                    link.other().platform(),
                    link.other().amount(),
                    kinds,
                    link.strength(),
                    action.messages().say("cli.link." + said));
        }
    }

    private static Map<String, Object> view(BuyerLink link) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("claim", link.other().id().value());
        map.put("platform", link.other().platform());
        map.put("amount", link.other().amount().toString());
        map.put("filed_on", link.other().filedOn().toString());
        map.put("kinds", link.kinds().stream().map(Enum::name).toList());
        map.put("strength", link.strength().name());
        map.put("same", link.said().orElse(null));
        return map;
    }
}
