package packwitness.orders;

import packwitness.value.Failure;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a file holds and how it is understood; nothing of it was kept.
 *
 * @param platform a name such as {@code taobao}; {@code other} where none was recognised
 * @param encoding the name of its characters, or {@code XLSX}
 * @param separator the sign between cells, {@code TAB} for a tab, empty for XLSX
 * @param headings every heading with what it is taken for
 * @param sample the first rows as they stand
 * @param refusal why the file would not be taken in
 * @param takenInAt when the same file was taken in before
 */
public record ImportPreview(
        Path file,
        String platform,
        FileKind kind,
        String encoding,
        String separator,
        List<Heading> headings,
        List<List<String>> sample,
        long rows,
        int orders,
        int withoutWaybill,
        int refunds,
        List<RowTrouble> troubles,
        Map<RowTrouble.Kind, Long> troubleCounts,
        Optional<Failure> refusal,
        Optional<Instant> takenInAt) {

    public ImportPreview {
        headings = List.copyOf(headings);
        sample = List.copyOf(sample);
        troubles = List.copyOf(troubles);
        troubleCounts = Map.copyOf(troubleCounts);
    }

    /** A column's heading and the field it is taken for; none where it is not taken in. */
    public record Heading(String name, Optional<Field> field) {}

    /** Returns the headings that are not taken in. */
    public List<String> unmatched() {
        return headings.stream()
                .filter(heading -> heading.field().isEmpty() && !heading.name().isEmpty())
                .map(Heading::name)
                .toList();
    }

    static ImportPreview of(Checked checked, Optional<Instant> takenInAt) {
        Columns columns = checked.columns();
        List<Heading> headings =
                IntStream.range(0, columns.headings().size())
                        .mapToObj(i -> new Heading(columns.heading(i), columns.fieldOf(i)))
                        .toList();
        return new ImportPreview(
                checked.file(),
                columns.platform(),
                columns.kind(),
                checked.look().encoding(),
                checked.look().separator(),
                headings,
                checked.sample(),
                checked.rows(),
                checked.orders(),
                checked.withoutWaybill(),
                checked.refunds(),
                checked.troubles().kept(),
                checked.troubles().counts(),
                checked.refusal(),
                takenInAt);
    }
}
