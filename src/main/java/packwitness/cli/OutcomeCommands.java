package packwitness.cli;

import org.jspecify.annotations.Nullable;

import packwitness.claim.ClaimOutcome;
import packwitness.claim.ClaimState;
import packwitness.claim.ClaimStatistics;
import packwitness.claim.ClaimStatistics.Group;
import packwitness.claim.Decisive;
import packwitness.claim.NewOutcome;
import packwitness.claim.RefundClaim;
import packwitness.shop.Shop;
import packwitness.value.ClaimId;
import packwitness.value.Failure;
import packwitness.value.Fen;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The commands about how claims ended. */
final class OutcomeCommands {
    private OutcomeCommands() {}

    @Command(
            name = "outcome",
            description =
                    "记录结果和决定因素 / record how it ended and what decided it: won lost withdrawn open")
    static final class Say extends Action {
        @Parameters(index = "0", paramLabel = "CLAIM")
        long claim;

        @Parameters(index = "1", paramLabel = "STATE")
        ClaimState state = ClaimState.OPEN;

        @Option(names = "--decisive", paramLabel = "WHAT", description = "${COMPLETION-CANDIDATES}")
        Decisive decisive = Decisive.UNSAID;

        @Option(names = "--paper", paramLabel = "ADDRESSEE")
        @Nullable String paper;

        @Option(names = "--recovered", paramLabel = "YUAN")
        @Nullable String recovered;

        @Option(names = "--why", paramLabel = "TEXT")
        String why = "";

        Say(Desk desk) {
            super(desk);
        }

        @Override
        int run() throws Failure {
            String yuan = recovered;
            Optional<Fen> back =
                    yuan == null ? Optional.empty() : Optional.of(ClaimCommands.money(yuan));
            NewOutcome said =
                    new NewOutcome(state, decisive, Optional.ofNullable(paper), back, why);
            try (Shop shop = desk.openExisting(common)) {
                RefundClaim now = shop.claims().outcomes().say(new ClaimId(claim), said);
                List<ClaimOutcome> all = shop.claims().outcomes().of(now.id());
                if (common.json) {
                    Map<String, Object> map = Views.claim(now);
                    map.put("outcomes", all.stream().map(OutcomeCommands::view).toList());
                    desk.json(map);
                } else {
                    say(
                            "cli.claim",
                            now.id(),
                            messages().platform(now.platform()),
                            now.amount(),
                            now.state());
                    detail(
                            "cli.claim.outcome",
                            messages().say("claim.decisive." + decisive),
                            all.getFirst().recovered());
                }
            }
            return ExitCode.DONE;
        }
    }

    private static Map<String, Object> view(ClaimOutcome outcome) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("state", outcome.state().name());
        map.put("decisive", outcome.decisive().name());
        map.put("paper", outcome.paper().orElse(null));
        map.put("recovered", outcome.recovered().yuan());
        map.put("note", outcome.note());
        map.put("at", outcome.at().toString());
        return map;
    }

    @Command(
            name = "statistics",
            description =
                    "结果统计：平台、理由、文书、决定因素 / outcomes by platform, reason, paper and what decided")
    static final class Statistics extends Action {
        @Option(names = "--from", paramLabel = "YYYY-MM-DD")
        LocalDate from = LocalDate.of(2000, 1, 1);

        @Option(names = "--to", paramLabel = "YYYY-MM-DD")
        LocalDate to = LocalDate.of(2999, 12, 31);

        Statistics(Desk desk) {
            super(desk);
        }

        @Override
        int run() throws Failure {
            try (Shop shop = desk.openExisting(common)) {
                ClaimStatistics found = shop.claims().outcomes().statistics(from, to);
                if (common.json) desk.json(view(found));
                else {
                    print("cli.statistics.all", List.of(found.all()));
                    print("cli.statistics.platform", found.byPlatform());
                    print("cli.statistics.reason", found.byReason());
                    print("cli.statistics.paper", found.byPaper());
                    print("cli.statistics.decisive", found.byDecisive());
                }
            }
            return ExitCode.DONE;
        }

        private void print(String heading, List<Group> groups) {
            say(heading);
            for (Group group : groups)
                detail(
                        "cli.statistics.line",
                        group.name(),
                        group.claims(),
                        group.open(),
                        group.won(),
                        group.lost(),
                        group.withdrawn(),
                        group.claimed(),
                        group.recovered(),
                        group.notRecovered());
        }

        private static Map<String, Object> view(ClaimStatistics found) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("all", view(found.all()));
            map.put("by_platform", Views.all(found.byPlatform(), Statistics::view));
            map.put("by_reason", Views.all(found.byReason(), Statistics::view));
            map.put("by_paper", Views.all(found.byPaper(), Statistics::view));
            map.put("by_decisive", Views.all(found.byDecisive(), Statistics::view));
            return map;
        }

        private static Map<String, Object> view(Group group) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("name", group.name());
            map.put("claims", group.claims());
            map.put("open", group.open());
            map.put("won", group.won());
            map.put("lost", group.lost());
            map.put("withdrawn", group.withdrawn());
            map.put("claimed", group.claimed().yuan());
            map.put("recovered", group.recovered().yuan());
            map.put("not_recovered", group.notRecovered().yuan());
            map.put(
                    "half_decided_within_seconds",
                    group.halfDecidedWithin().map(Duration::toSeconds).orElse(null));
            return map;
        }
    }
}
