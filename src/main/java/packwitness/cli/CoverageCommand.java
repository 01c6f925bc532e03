package packwitness.cli;

import packwitness.shipment.Coverage;
import packwitness.shop.Shop;
import packwitness.value.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tells which shipped orders have no recording and which recordings no order. */
@Command(name = "coverage", description = "发货与录像对照 / shipped orders and recordings compared")
final class CoverageCommand extends Action {
    @Option(names = "--day", paramLabel = "DATE", description = "哪一天，默认今天 / standard: today")
    Optional<LocalDate> day = Optional.empty();

    @Option(names = "--since", paramLabel = "DATE", description = "从这一天起 / from this day on")
    Optional<LocalDate> since = Optional.empty();

    @Option(names = "--until", paramLabel = "DATE", description = "到这一天止 / up to this day")
    Optional<LocalDate> until = Optional.empty();

    CoverageCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run() throws Failure {
        ZoneId zone = desk.clock().getZone();
        LocalDate last =
                day.or(() -> until).orElse(LocalDate.ofInstant(desk.clock().instant(), zone));
        LocalDate first = day.or(() -> since).orElse(last);
        if (first.isAfter(last)) throw new Failure(CliProblem.BAD_VALUE, first, "--since, --until");
        try (Shop shop = desk.openExisting(common)) {
            Coverage coverage = shop.index().coverage(first, last, zone);
            if (common.json) desk.json(view(coverage));
            else print(coverage, DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(zone));
        }
        return ExitCode.DONE;
    }

    private void print(Coverage coverage, DateTimeFormatter time) {
        if (coverage.days().isEmpty() && coverage.stations().isEmpty()) say("cli.coverage.nothing");
        for (Coverage.Day d : coverage.days())
            say(
                    "cli.coverage.day",
                    d.day().toString(),
                    d.shipped(),
                    d.recorded(),
                    percent(d.permille()));
        for (Coverage.StationDay s : coverage.stations())
            say(
                    "cli.coverage.station",
                    s.day().toString(),
                    s.station(),
                    s.recorded(),
                    s.withOrder());
        for (Coverage.Unrecorded u : coverage.unrecorded())
            detail(
                    "cli.coverage.unrecorded",
                    u.order(),
                    u.waybill(),
                    messages().platform(u.platform()),
                    time.format(u.shipped()));
        for (Coverage.Unordered u : coverage.unordered())
            detail("cli.coverage.unordered", u.waybill(), u.station(), time.format(u.recorded()));
    }

    /** Writes tenths of a percent: 1000 is 100, 987 is 98.7. */
    private static String percent(int permille) {
        return permille % 10 == 0
                ? String.valueOf(permille / 10)
                : permille / 10 + "." + permille % 10;
    }

    private static Map<String, Object> view(Coverage coverage) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("shipped", coverage.shipped());
        map.put("recorded", coverage.recorded());
        map.put("percent", percent(coverage.permille()));
        map.put(
                "days",
                Views.all(
                        coverage.days(),
                        d -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("day", d.day().toString());
                            one.put("shipped", d.shipped());
                            one.put("recorded", d.recorded());
                            one.put("percent", percent(d.permille()));
                            return one;
                        }));
        map.put(
                "stations",
                Views.all(
                        coverage.stations(),
                        s -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("day", s.day().toString());
                            one.put("station", s.station());
                            one.put("recorded", s.recorded());
                            one.put("with_order", s.withOrder());
                            one.put("percent", percent(s.permille()));
                            return one;
                        }));
        map.put(
                "unrecorded",
                Views.all(
                        coverage.unrecorded(),
                        u -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("order", u.order().text());
                            one.put("waybill", u.waybill().text());
                            one.put("platform", u.platform());
                            one.put("shipped_at", u.shipped().toString());
                            return one;
                        }));
        map.put(
                "without_order",
                Views.all(
                        coverage.unordered(),
                        u -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("shipment", u.id().value());
                            one.put("waybill", u.waybill().text());
                            one.put("bound", u.bound());
                            one.put("station", u.station());
                            one.put("recorded_at", u.recorded().toString());
                            return one;
                        }));
        return map;
    }
}
