package packwitness.cli;

import org.jspecify.annotations.Nullable;

import packwitness.orders.Field;
import packwitness.orders.ImportPreview;
import packwitness.orders.Mapping;
import packwitness.orders.OrderImport;
import packwitness.orders.OrdersProblem;
import packwitness.orders.Progress;
import packwitness.orders.RowTrouble;
import packwitness.orders.WatchedFolder;
import packwitness.shop.RefundCarrier;
import packwitness.shop.Shop;
import packwitness.text.Explanation;
import packwitness.value.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes in files of orders, waybills and refunds, previews and undoes. */
@Command(name = "import", description = "导入订单、发货和退款文件 / import orders, shipping files, refunds")
final class ImportCommand extends Action {
    private static final long BETWEEN_LOOKS_MS = 2_000;
    private static final String SKIP = "none";

    @Parameters(arity = "0..*", paramLabel = "FILE")
    List<Path> files = List.of();

    @Option(names = "--preview", description = "只看不导入 / show, import nothing")
    boolean preview;

    @Option(names = "--undo", paramLabel = "ID", description = "撤销一次导入 / undo an import")
    @Nullable Long undo;

    @Option(
            names = "--map",
            paramLabel = "HEADING=FIELD",
            description = "指定某列是什么，会记住 / say what a column holds; remembered")
    List<String> map = List.of();

    @Option(names = "--returns", description = "退货退款也建立维权 / open claims for returned goods too")
    boolean returns;

    @Option(
            names = "--watch",
            paramLabel = "DIR",
            description = "自动导入这个文件夹里的新文件，off 为停止 / watch a folder, off to end")
    @Nullable String watch;

    @Option(names = "--once", description = "只看一次文件夹 / look into the folder once")
    boolean once;

    ImportCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run() throws Failure {
        Mapping said = mapping();
        if (files.isEmpty() && undo == null && watch == null)
            throw new Failure(CliProblem.BAD_VALUE, "import", "FILE... | --undo ID | --watch DIR");
        try (Shop shop = desk.open(common)) {
            Long id = undo;
            if (id != null) undone(shop.orders().undo(id, Progress.QUIET));
            int code = ExitCode.DONE;
            for (Path file : files) code = Math.max(code, one(shop, file, said));
            String folder = watch;
            if (folder != null) watch(shop, folder);
            return code;
        }
    }

    /** A file that cannot be read keeps those named behind it from nothing. */
    private int one(Shop shop, Path file, Mapping said) throws Failure {
        try {
            if (preview) return preview(shop.orders().preview(file, said));
            done(shop.orders().take(file, said, Progress.QUIET));
            carried(shop.refunds().carry(returns));
            return ExitCode.DONE;
        } catch (Failure failure) {
            if (files.size() == 1 || !(failure.problem() instanceof OrdersProblem)) throw failure;
            desk.explain(common, failure);
            return ExitCode.of(failure);
        }
    }

    private void watch(Shop shop, String folder) throws Failure {
        if (folder.equals("off")) {
            shop.watched().watch(Optional.empty());
            return;
        }
        shop.watched().watch(Optional.of(Path.of(folder)));
        do {
            List<WatchedFolder.Seen> seen = shop.watched().look();
            for (WatchedFolder.Seen one : seen) tell(one);
            if (!seen.isEmpty()) carried(shop.refunds().carry(returns));
        } while (!once && rest());
    }

    private static boolean rest() {
        try {
            Thread.sleep(BETWEEN_LOOKS_MS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void tell(WatchedFolder.Seen seen) {
        if (common.json) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("file", seen.file().toString());
            map.put("import", seen.importId().orElse(null));
            map.put("problem", seen.problem().orElse(null));
            desk.line(map);
        } else if (seen.problem().isPresent())
            desk.out()
                    .println(
                            messages()
                                    .say(seen.problem().get() + ".what", seen.details().toArray()));
        else say("cli.import.watched", seen.file().getFileName(), seen.importId().orElse(0L));
    }

    private Mapping mapping() throws Failure {
        Map<String, Field> fields = new LinkedHashMap<>();
        Set<String> skipped = new LinkedHashSet<>();
        for (String one : map) {
            int equals = one.lastIndexOf('=');
            String name = one.substring(equals + 1).toLowerCase(Locale.ROOT);
            if (equals > 0 && name.equals(SKIP)) {
                skipped.add(one.substring(0, equals));
                continue;
            }
            Optional<Field> field =
                    EnumSet.allOf(Field.class).stream()
                            .filter(f -> f.key().equals(name))
                            .findFirst();
            if (equals < 1 || field.isEmpty())
                throw new Failure(
                        OrdersProblem.BAD_MAPPING,
                        one,
                        String.join(
                                ", ", List.of(Field.values()).stream().map(Field::key).toList()));
            fields.put(one.substring(0, equals), field.get());
        }
        return new Mapping(fields, skipped);
    }

    private void undone(OrderImport.Undone done) {
        if (common.json) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("undone", done.importId());
            map.put("removed", done.removed());
            map.put("restored", done.restored());
            map.put("left", done.left());
            desk.line(map);
        } else
            say("cli.import.undone", done.importId(), done.removed(), done.restored(), done.left());
    }

    private void done(OrderImport.Imported done) {
        if (common.json) {
            desk.line(view(done));
            return;
        }
        if (done.before()) say("cli.import.before", done.file().getFileName(), done.importId());
        else say("cli.import.done", done.orders(), messages().platform(done.platform()));
        if (!done.before())
            detail("cli.import.kept", done.importId(), done.made(), done.changed(), done.refunds());
        if (done.withoutWaybill() > 0) say("cli.import.without", done.withoutWaybill());
        if (!done.unmatched().isEmpty())
            say("cli.import.unmatched", String.join("、", done.unmatched()));
        troubles(done.troubles(), done.troubleCounts());
    }

    /** The first of each kind, with how many there are. */
    private void troubles(List<RowTrouble> troubles, Map<RowTrouble.Kind, Long> counts) {
        Set<RowTrouble.Kind> told = EnumSet.noneOf(RowTrouble.Kind.class);
        for (RowTrouble trouble : troubles)
            if (told.add(trouble.kind()))
                detail(
                        trouble.kind().key(),
                        trouble.row(),
                        trouble.column(),
                        trouble.shape(),
                        counts.getOrDefault(trouble.kind(), 1L));
    }

    private void carried(RefundCarrier.Carried carried) {
        int all = carried.opened() + carried.updated() + carried.unrecorded() + carried.noted();
        if (all == 0) return;
        if (common.json) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("claims_opened", carried.opened());
            map.put("claims_updated", carried.updated());
            map.put("refunds_unrecorded", carried.unrecorded());
            map.put("refunds_noted", carried.noted());
            desk.line(map);
        } else
            say(
                    "cli.import.carried",
                    carried.opened(),
                    carried.updated(),
                    carried.unrecorded(),
                    carried.noted());
    }

    private int preview(ImportPreview found) {
        int code = found.refusal().isPresent() ? ExitCode.FAULT : ExitCode.DONE;
        if (common.json) {
            desk.line(view(found));
            return code;
        }
        say(
                "cli.import.preview",
                found.file().getFileName(),
                messages().platform(found.platform()),
                messages().say("orders.kind." + found.kind()),
                found.encoding(),
                found.rows(),
                found.orders());
        for (ImportPreview.Heading heading : found.headings())
            detail(
                    "cli.import.heading",
                    heading.name(),
                    heading.field().map(f -> messages().say("orders.field." + f)).orElse("—"));
        if (found.withoutWaybill() > 0) say("cli.import.without", found.withoutWaybill());
        // What the file is refused for is said once, below.
        troubles(
                found.troubles().stream()
                        .filter(trouble ->
                                found.refusal().isEmpty()
                                        || trouble.kind() != RowTrouble.Kind.SPOILT)
                        .toList(),
                found.troubleCounts());
        if (found.refusal().isPresent()) {
            Explanation why = messages().explain(found.refusal().get());
            say("cli.import.refused", why.what());
            detail("cli.todo", why.todo(), why.code());
        }
        return code;
    }

    private Map<String, Object> view(ImportPreview found) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("preview", true);
        map.put("file", found.file().toString());
        map.put("platform", found.platform());
        map.put("kind", found.kind().name());
        map.put("encoding", found.encoding());
        map.put("separator", found.separator().isEmpty() ? null : found.separator());
        map.put("rows", found.rows());
        map.put("orders", found.orders());
        map.put("without_waybill", found.withoutWaybill());
        map.put("refunds", found.refunds());
        Map<String, Object> columns = new LinkedHashMap<>();
        for (ImportPreview.Heading heading : found.headings())
            heading.field().ifPresent(field -> columns.put(heading.name(), field.key()));
        map.put("columns", columns);
        map.put("unmatched", found.unmatched());
        map.put("troubles", found.troubles().stream().map(ImportCommand::view).toList());
        map.put("taken_in_at", found.takenInAt().map(Object::toString).orElse(null));
        if (found.refusal().isPresent()) {
            Explanation why = messages().explain(found.refusal().get());
            Map<String, Object> problem = new LinkedHashMap<>();
            problem.put("key", found.refusal().get().problem().key());
            problem.put("what", why.what());
            map.put("refusal", problem);
        }
        return map;
    }

    private static Map<String, Object> view(RowTrouble trouble) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", trouble.kind().name());
        map.put("row", trouble.row());
        map.put("column", trouble.column());
        map.put("shape", trouble.shape());
        return map;
    }

    private static Map<String, Object> view(OrderImport.Imported done) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("file", done.file().toString());
        map.put("platform", done.platform());
        map.put("orders", done.orders());
        map.put("without_waybill", done.withoutWaybill());
        map.put("unmatched", done.unmatched());
        map.put("import", done.importId());
        map.put("kind", done.kind().name());
        map.put("before", done.before());
        map.put("rows", done.rows());
        map.put("made", done.made());
        map.put("changed", done.changed());
        map.put("refunds", done.refunds());
        map.put("troubles", done.troubles().stream().map(ImportCommand::view).toList());
        return map;
    }
}
