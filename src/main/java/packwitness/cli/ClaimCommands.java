package packwitness.cli;

import org.jspecify.annotations.Nullable;

import packwitness.claim.ClaimFile;
import packwitness.claim.FileRole;
import packwitness.claim.NewClaim;
import packwitness.claim.RefundClaim;
import packwitness.shop.Due;
import packwitness.shop.DueClaim;
import packwitness.shop.Shop;
import packwitness.shop.WallTime;
import packwitness.value.ClaimId;
import packwitness.value.Failure;
import packwitness.value.Fen;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The commands about refund claims. */
final class ClaimCommands {
    private static final long IN_DAYS = 3;
    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private ClaimCommands() {}

    @Command(
            name = "claim",
            mixinStandardHelpOptions = true,
            description =
                    "退款申请 / refund claims: open photo listing chat set buyer links link"
                            + " standing due list show outcome statistics",
            synopsisSubcommandLabel = "COMMAND")
    static final class Root {}

    static CommandLine line(Desk desk) {
        return new CommandLine(new Root())
                .addSubcommand("open", new Open(desk))
                .addSubcommand("photo", new Add(desk, FileRole.BUYER))
                .addSubcommand("listing", new Add(desk, FileRole.LISTING))
                .addSubcommand("chat", new Add(desk, FileRole.CHAT))
                .addSubcommand("set", new Set(desk))
                .addSubcommand("buyer", new BuyerCommands.Note(desk))
                .addSubcommand("links", new BuyerCommands.Links(desk))
                .addSubcommand("link", new BuyerCommands.Say(desk))
                .addSubcommand("standing", new BuyerCommands.Standing(desk))
                .addSubcommand("due", new DueList(desk))
                .addSubcommand("list", new ListAll(desk))
                .addSubcommand("show", new Show(desk))
                .addSubcommand("outcome", new OutcomeCommands.Say(desk))
                .addSubcommand("statistics", new OutcomeCommands.Statistics(desk));
    }

    @Command(name = "open", description = "由包裹建立退款申请 / open a claim from a parcel")
    static final class Open extends Action {
        @Parameters(paramLabel = "WAYBILL")
        String waybill = "";

        @Option(names = "--platform", required = true)
        String platform = "";

        @Option(names = "--reason", required = true)
        String reason = "";

        @Option(names = "--amount", required = true, paramLabel = "YUAN")
        String amount = "";

        @Option(names = "--attempted", description = "尚未退款 / the money has not gone")
        boolean attempted;

        @Option(
                names = "--filed",
                paramLabel = "YYYY-MM-DD",
                description = "申请日期 / day of the claim")
        @Nullable String filed;

        @Option(
                names = "--deadline",
                paramLabel = "TIME",
                description =
                        "2026-11-22T18:00+08:00，不写时区为北京时间 / Beijing time where no offset is said")
        @Nullable String deadline;

        @Option(names = "--buyer", paramLabel = "ACCOUNT")
        @Nullable String buyer;

        Open(Desk desk) {
            super(desk);
        }

        @Override
        int run() throws Failure {
            try (Shop shop = desk.openExisting(common)) {
                RefundClaim claim =
                        shop.claims()
                                .open(
                                        new NewClaim(
                                                shop.index().require(waybill).id(),
                                                platform,
                                                reason,
                                                money(amount),
                                                !attempted,
                                                day(),
                                                due(),
                                                Optional.ofNullable(buyer)));
                if (common.json) desk.json(Views.claim(claim));
                else say("cli.claim.opened", claim.id(), claim.amount());
            }
            return ExitCode.DONE;
        }

        private LocalDate day() throws Failure {
            String text = filed;
            if (text == null)
                return desk.clock()
                        .instant()
                        .atZone(java.time.ZoneId.of("Asia/Shanghai"))
                        .toLocalDate();
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new Failure(CliProblem.BAD_VALUE, e, text, "YYYY-MM-DD");
            }
        }

        private Optional<Instant> due() throws Failure {
            String text = deadline;
            return text == null ? Optional.empty() : Optional.of(moment(text));
        }
    }

    private static Instant moment(String text) throws Failure {
        String iso = text.strip().replace(' ', 'T');
        try {
            return iso.matches(".*T.*(Z|[+-]\\d\\d:?\\d\\d)")
                    ? OffsetDateTime.parse(iso).toInstant()
                    : WallTime.earliest(LocalDateTime.parse(iso), WallTime.BEIJING);
        } catch (DateTimeParseException e) {
            throw new Failure(CliProblem.BAD_VALUE, e, text, "2026-11-22T18:00:00+08:00");
        }
    }

    @Command(description = "添加文件，按收到的字节保存 / add files as received")
    static final class Add extends Action {
        private final FileRole role;

        @Parameters(index = "0", paramLabel = "CLAIM")
        long claim;

        @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE")
        List<Path> files = List.of();

        @Option(names = "--obtained", paramLabel = "TEXT", description = "如何取得 / how the copy came")
        String obtained = "";

        Add(Desk desk, FileRole role) {
            super(desk);
            this.role = role;
        }

        @Override
        int run() throws Failure {
            try (Shop shop = desk.openExisting(common)) {
                for (Path file : files) {
                    String how =
                            obtained.isEmpty() ? messages().say("cli.obtained." + role) : obtained;
                    ClaimFile added = shop.claims().add(new ClaimId(claim), role, file, how);
                    if (common.json) desk.line(Views.file(added));
                    else say("cli.claim.added", added.name(), added.sha256());
                }
            }
            return ExitCode.DONE;
        }
    }

    @Command(name = "set", description = "补充事实 / set facts: refund_by=platform …")
    static final class Set extends Action {
        @Parameters(index = "0", paramLabel = "CLAIM")
        long claim;

        @Parameters(index = "1..*", arity = "0..*", paramLabel = "NAME=VALUE")
        Map<String, String> facts = Map.of();

        @Option(
                names = "--deadline",
                paramLabel = "TIME",
                description = "更正平台举证截止时间 / correct the platform's deadline")
        @Nullable String deadline;

        Set(Desk desk) {
            super(desk);
        }

        @Override
        int run() throws Failure {
            try (Shop shop = desk.openExisting(common)) {
                String due = deadline;
                ClaimId id = new ClaimId(claim);
                if (due == null && facts.isEmpty()) throw missing("NAME=VALUE");
                if (due != null) shop.claims().due(id, moment(due));
                RefundClaim now =
                        facts.isEmpty() ? shop.claims().show(id) : shop.claims().set(id, facts);
                if (common.json) desk.json(Views.claim(now));
                else say("cli.claim.set", now.id(), now.facts());
            }
            return ExitCode.DONE;
        }
    }

    @Command(name = "list", description = "全部申请，最急的在前 / all claims, the most urgent first")
    static final class ListAll extends Action {
        ListAll(Desk desk) {
            super(desk);
        }

        @Override
        int run() throws Failure {
            try (Shop shop = desk.openExisting(common)) {
                List<RefundClaim> claims = shop.claims().list();
                if (common.json) desk.json(Views.all(claims, Views::claim));
                else if (claims.isEmpty()) say("cli.claim.none");
                else
                    for (RefundClaim claim : claims)
                        say(
                                "cli.claim",
                                claim.id(),
                                messages().platform(claim.platform()),
                                claim.amount(),
                                claim.state());
            }
            return ExitCode.DONE;
        }
    }

    @Command(name = "due", description = "未结申请，先失效的在前 / open claims, what is lost first at the top")
    static final class DueList extends Action {
        DueList(Desk desk) {
            super(desk);
        }

        @Override
        int run() throws Failure {
            try (Shop shop = desk.openExisting(common)) {
                List<DueClaim> open = shop.due();
                Instant now = desk.clock().instant();
                if (common.json) desk.json(open.stream().map(due -> view(due, now)).toList());
                else if (open.isEmpty()) say("cli.claim.none");
                for (DueClaim due : common.json ? List.<DueClaim>of() : open) show(due, now);
            }
            return ExitCode.DONE;
        }

        private void show(DueClaim due, Instant now) {
            RefundClaim claim = due.claim();
            say(
                    "cli.claim",
                    claim.id(),
                    messages().platform(claim.platform()),
                    claim.amount(),
                    claim.state());
            for (Due one : due.dues()) {
                Duration left = Duration.between(now, one.at());
                String label = label(one);
                String at = AT.format(one.at().atZone(desk.clock().getZone()));
                if (left.isNegative()) detail("cli.due.over", label, at);
                else if (left.compareTo(DueClaim.RED) < 0)
                    detail("cli.due.red", label, at, left.toHours(), left.toMinutesPart());
                else if (left.toDays() < IN_DAYS) detail("cli.due", label, at, left.toHours());
                else detail("cli.due.days", label, at, left.toDays());
            }
        }

        private String label(Due due) {
            return due.law()
                    .map(words -> words.in(desk.lang(common)))
                    .orElseGet(() -> messages().say("shop.due." + due.kind()));
        }

        private Map<String, Object> view(DueClaim due, Instant now) {
            Map<String, Object> map = Views.claim(due.claim());
            map.put("red", due.red(now));
            map.put(
                    "dues",
                    due.dues().stream()
                            .map(one ->
                                    Map.of(
                                            "kind", one.kind().name(),
                                            "name", one.name(),
                                            "label", label(one),
                                            "at", one.at().toString(),
                                            "seconds_left",
                                                    Duration.between(now, one.at()).toSeconds()))
                            .toList());
            return map;
        }
    }

    @Command(name = "show", description = "显示一个申请 / show a claim")
    static final class Show extends Action {
        @Parameters(paramLabel = "CLAIM")
        long claim;

        @Option(
                names = "--reveal",
                description = "显示买家全名，并记入账本 / the buyer in full; noted in the ledger")
        boolean reveal;

        Show(Desk desk) {
            super(desk);
        }

        @Override
        int run() throws Failure {
            try (Shop shop = desk.openExisting(common)) {
                RefundClaim found = shop.claims().show(new ClaimId(claim));
                if (reveal)
                    shop.index()
                            .revealed(
                                    found.shipment(),
                                    "buyer",
                                    RetentionCommands.doer().door(),
                                    RetentionCommands.doer().name());
                if (common.json) {
                    desk.json(Views.claim(found, reveal));
                } else {
                    say(
                            "cli.claim",
                            found.id(),
                            messages().platform(found.platform()),
                            found.amount(),
                            found.state());
                    detail("cli.claim.reason", found.reason(), found.filedOn());
                    for (ClaimFile file : found.files())
                        detail("cli.claim.file", file.role(), file.name(), file.sha256());
                }
            }
            return ExitCode.DONE;
        }
    }

    static Fen money(String yuan) throws Failure {
        try {
            return Fen.ofYuan(yuan);
        } catch (NumberFormatException e) {
            throw new Failure(CliProblem.BAD_VALUE, e, yuan, "195.00");
        }
    }
}
