package packwitness.cli;

import org.jspecify.annotations.Nullable;

import packwitness.shipment.Shipment;
import packwitness.shipment.Take;
import packwitness.shipment.View;
import packwitness.shop.ClipCopy;
import packwitness.shop.Shop;
import packwitness.storage.Cancellation;
import packwitness.value.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cuts a short film out of a recording, below a number of megabytes and marked as a copy. */
@Command(
        name = "clip",
        description = "截取一段录像，压到上限以内，标明是副本 / a short film below a size, marked as a copy")
final class ClipCommand extends Action {
    private static final String TIME = "([0-9]{1,3}:)?[0-9]{1,5}([.][0-9]{1,3})?";
    private static final long MEGABYTE = 1_000_000;

    @Parameters(paramLabel = "WAYBILL")
    String waybill = "";

    @Option(
            names = "--from",
            paramLabel = "M:SS",
            description = "从录像的哪一刻起，默认从头 / where it begins; default: the beginning")
    String from = "0";

    @Option(
            names = "--to",
            paramLabel = "M:SS",
            description = "到哪一刻止，默认到末尾 / where it ends; default: the end")
    @Nullable String to;

    @Option(
            names = "--most",
            paramLabel = "MB",
            description = "文件上限，默认 10 / largest size of the file; default: 10")
    int most = 10;

    @Option(
            names = "--take",
            paramLabel = "N",
            description = "第几次录像，默认最后一次 / which take; default: the last")
    int number;

    @Option(names = "--view", paramLabel = "overview|label")
    View view = View.OVERVIEW;

    @Option(names = "--out", required = true, paramLabel = "FILE")
    Path out = Path.of("");

    ClipCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run() throws Failure {
        Duration begin = time(from);
        if (most < 1 || most > 2000) throw new Failure(CliProblem.BAD_VALUE, most, "--most 1…2000");
        try (Shop shop = desk.openExisting(common)) {
            Shipment parcel = shop.index().require(waybill);
            Take take = take(parcel.takes());
            Duration length = take.stop().map(Take.Stop::length).orElse(Duration.ZERO);
            String named = to;
            Duration end = named == null ? length.plusSeconds(1) : time(named);
            if (end.compareTo(begin) <= 0)
                throw new Failure(CliProblem.BAD_VALUE, from, "--from < --to");
            ClipCopy.Made made =
                    ClipCopy.make(
                            shop,
                            parcel.id(),
                            take,
                            shop.vault().files().at(take.file()),
                            begin,
                            end,
                            most * MEGABYTE,
                            out,
                            new Cancellation(),
                            share -> {});
            if (common.json) desk.json(view(made));
            else {
                say("cli.clip.done", made.file(), made.clip().bytes(), made.clip().frames());
                detail("cli.clip.hashes", made.source().hex(), made.copy().hex());
            }
        }
        return ExitCode.DONE;
    }

    private Take take(List<Take> takes) throws Failure {
        int wanted = number > 0 ? number : takes.stream().mapToInt(Take::number).max().orElse(0);
        Optional<Take> found =
                takes.stream()
                        .filter(take -> take.number() == wanted && take.view() == view)
                        .findFirst();
        if (found.isEmpty())
            throw new Failure(CliProblem.BAD_VALUE, wanted + " " + view, "--take, --view");
        return found.get();
    }

    static Duration time(String text) throws Failure {
        if (!text.matches(TIME)) throw new Failure(CliProblem.BAD_VALUE, text, "M:SS");
        int colon = text.indexOf(':');
        long minutes = colon < 0 ? 0 : Long.parseLong(text.substring(0, colon));
        double seconds = Double.parseDouble(text.substring(colon + 1));
        return Duration.ofMinutes(minutes).plusMillis(Math.round(seconds * 1000));
    }

    private static Map<String, Object> view(ClipCopy.Made made) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("file", made.file().toString());
        map.put("bytes", made.clip().bytes());
        map.put("frames", made.clip().frames());
        map.put("width", made.clip().width());
        map.put("height", made.clip().height());
        map.put("from_ms", made.clip().from().toMillis());
        map.put("to_ms", made.clip().to().toMillis());
        map.put("source_sha256", made.source().hex());
        map.put("copy_sha256", made.copy().hex());
        return map;
    }
}
