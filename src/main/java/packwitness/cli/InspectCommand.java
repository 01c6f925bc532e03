package packwitness.cli;

import org.jspecify.annotations.Nullable;

import packwitness.inspect.FindingWords;
import packwitness.inspect.Inspection;
import packwitness.inspect.PictureInspector;
import packwitness.inspect.Question;
import packwitness.inspect.c2pa.TrustList;
import packwitness.inspect.compare.CornerCrop;
import packwitness.inspect.compare.MeasuredRates;
import packwitness.inspect.compare.SameDamage;
import packwitness.inspect.label.LabelKeys;
import packwitness.inspect.listing.ListingShelf;
import packwitness.shop.Shop;
import packwitness.storage.StorageProblem;
import packwitness.value.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Inspects pictures and compares them with ours. */
@Command(name = "inspect", description = "检查图片 / inspect pictures")
final class InspectCommand extends Action {
    @Parameters(arity = "1..*", paramLabel = "PICTURE")
    List<Path> pictures = List.of();

    @Option(
            names = "--against",
            arity = "1..*",
            paramLabel = "PICTURE",
            description = "本店图片 / ours")
    List<Path> against = List.of();

    @Option(names = "--trust", paramLabel = "PEM", description = "C2PA 信任列表 / trust list")
    @Nullable Path trust;

    @Option(
            names = "--label-keys",
            paramLabel = "YAML",
            description = "AIGC 标识签名公钥 / keys of label signatures")
    @Nullable Path labelKeys;

    @Option(
            names = "--again",
            paramLabel = "PICTURE",
            description = "同一破损的另一张照片 / another photograph of the same damage")
    @Nullable Path again;

    @Option(
            names = "--drawings",
            paramLabel = "DIR",
            description = "放大的四角与叠放图 / enlarged corners and overlays")
    @Nullable Path drawings;

    @Option(
            names = "--shop",
            description = "与资料库中全部商品图比对 / among all listing pictures of the vault")
    boolean shop;

    @Option(
            names = "--listings",
            paramLabel = "DIR",
            description = "先把此文件夹的商品图编入索引 / take this folder into the index first")
    @Nullable Path listings;

    @Option(
            names = "--obtained",
            paramLabel = "TEXT",
            description = "这份图片如何取得 / how this copy was obtained")
    String obtained = "";

    @Option(
            names = "--day",
            paramLabel = "YYYY-MM-DD",
            description = "按此日判断证书 / judge certificates on this day (UTC), not today")
    @Nullable LocalDate day;

    InspectCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run() throws Failure {
        if (!shop) return run(Optional.empty());
        try (Shop opened = desk.openExisting(common)) {
            ListingShelf shelf = new ListingShelf(opened.vault(), opened.claims());
            Path folder = listings;
            int taken = shelf.takeClaims();
            if (folder != null) taken += shelf.takeFolder(folder);
            if (!common.json) say("cli.inspect.shelf", shelf.size(), taken);
            return run(Optional.of(shelf));
        }
    }

    private int run(Optional<ListingShelf> shelf) throws Failure {
        PictureInspector inspector = new PictureInspector(trustList(), labelKeys(), clock());
        PairsOfOurs ours = new PairsOfOurs(messages().lang());
        int unread = 0;
        for (Path picture : pictures) {
            byte[] received = read(picture);
            Inspection inspection = inspector.inspect(received);
            if (inspection.container().equals("none")) unread++;
            List<Map<String, Object>> pairs = new ArrayList<>();
            for (Path reference : against) pairs.add(ours.file(reference, received));
            if (shelf.isPresent()) pairs.addAll(ours.shop(shelf.get(), received));
            if (common.json) {
                Map<String, Object> map = new LinkedHashMap<>();
                map.put("file", picture.toString());
                map.put("obtained", obtained);
                map.put("program", desk.settings().program());
                map.putAll(inspection.toMap(messages().lang()));
                if (!pairs.isEmpty() || shop) {
                    map.put("pairs", pairs);
                    map.put("error_rates", MeasuredRates.shipped().toMap());
                }
                map.putAll(questions(picture, received));
                desk.line(map);
            } else {
                print(picture, inspection, pairs);
                ask(questions(picture, received));
            }
        }
        return unread == 0 ? ExitCode.DONE : ExitCode.NOT_DONE;
    }

    private void print(Path picture, Inspection inspection, List<Map<String, Object>> pairs) {
        FindingWords words = inspection.words(messages().lang());
        say("cli.inspect.file", picture, inspection.container(), inspection.received());
        desk.out().println("  " + words.says());
        detail("cli.inspect.proves", words.proves());
        detail("cli.inspect.not", words.doesNotProve());
        for (var pair : pairs)
            detail(
                    "cli.inspect.pair",
                    String.valueOf(pair.get("against")),
                    messages()
                            .say(
                                    Boolean.TRUE.equals(pair.get("copy"))
                                            ? Boolean.TRUE.equals(pair.get("changed"))
                                                    ? "cli.inspect.changed"
                                                    : "cli.inspect.copy"
                                            : Boolean.TRUE.equals(pair.get("side_by_side"))
                                                    ? "cli.inspect.beside"
                                                    : "cli.inspect.other"));
    }

    /** Draws what a human should look at; nothing of it is a finding. */
    private Map<String, Object> questions(Path picture, byte[] received) throws Failure {
        Map<String, Object> map = new LinkedHashMap<>();
        Path folder = drawings;
        if (folder != null)
            map.put("corners", kept(folder, picture + "-corners", CornerCrop.png(received)));
        Path second = again;
        if (second == null) return map;
        SameDamage same = SameDamage.of(read(second), received);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("with", second.toString());
        told.put("registered", same.registered());
        told.put("points", same.points());
        told.put("places", same.places());
        if (folder != null) told.put("drawing", kept(folder, picture + "-again", same.drawing()));
        map.put("again", told);
        return map;
    }

    private void ask(Map<String, Object> questions) {
        for (Question question : Question.values()) {
            String key = question == Question.CORNER_TEXT ? "corners" : "again";
            if (!questions.containsKey(key)) continue;
            FindingWords words = question.words(messages().lang());
            desk.out().println("  " + words.says());
            detail("cli.inspect.not", words.doesNotProve());
        }
    }

    private static String kept(Path folder, String name, byte[] drawing) throws Failure {
        if (drawing.length == 0) return "";
        Path last = Path.of(name).getFileName();
        Path file = folder.resolve((last == null ? "drawing" : last.toString()) + ".png");
        try {
            Files.createDirectories(folder);
            Files.write(file, drawing);
            return file.toString();
        } catch (IOException e) {
            throw new Failure(StorageProblem.NOT_WRITABLE, e, folder);
        }
    }

    private Clock clock() {
        LocalDate asked = day;
        return asked == null
                ? desk.clock()
                : Clock.fixed(asked.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
    }

    private TrustList trustList() throws Failure {
        Path file = trust;
        return file == null ? TrustList.none() : TrustList.fromPem(file);
    }

    private LabelKeys labelKeys() throws Failure {
        Path file = labelKeys;
        return file == null
                ? LabelKeys.none()
                : LabelKeys.of(new String(read(file), StandardCharsets.UTF_8));
    }

    static byte[] read(Path file) throws Failure {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length == 0) throw new Failure(CliProblem.FILE_EMPTY, file);
            return bytes;
        } catch (IOException e) {
            throw new Failure(CliProblem.FILE_UNREADABLE, e, file);
        }
    }
}
