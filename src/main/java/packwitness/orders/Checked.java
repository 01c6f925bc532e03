package packwitness.orders;

import org.jspecify.annotations.Nullable;

import packwitness.value.Failure;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What reading a file once has shown, before anything of it is kept. */
record Checked(
        Path file,
        Columns columns,
        SheetLook look,
        long rows,
        int orders,
        int withoutWaybill,
        int refunds,
        Troubles troubles,
        List<List<String>> sample,
        Optional<Failure> refusal) {

    private static final int MOST_SHOWN = 300;

    static Checked of(Path file, OrderFile read) throws Failure {
        OrderTally tally = new OrderTally();
        int[] refunds = new int[1];
        SheetLook look =
                read.read(line -> {
                    boolean tied = !line.waybills().isEmpty();
                    for (String order : line.orders()) tally.add(order, tied);
                    if (isRefund(line.refund())) refunds[0]++;
                    return true;
                });
        return new Checked(
                file,
                read.columns(),
                look,
                read.rows(),
                tally.orders(),
                // A file of refunds is not asked for waybills.
                read.columns().kind() == FileKind.REFUNDS ? 0 : tally.withoutWaybill(),
                refunds[0],
                read.troubles(),
                List.copyOf(read.sample()),
                refusal(file, read, tally.orders()));
    }

    /** Some platforms write into every row that there is no refund. */
    private static boolean isRefund(Line.@Nullable RefundLine refund) {
        return refund != null
                && (refund.words().isEmpty() || RefundState.of(refund.words()).isPresent());
    }

    /** A picture that was named .csv has headings, too: only so much of them is told. */
    private static String shown(List<String> headings) {
        String all = String.join("、", headings);
        return all.length() <= MOST_SHOWN ? all : all.substring(0, MOST_SHOWN) + "…";
    }

    /** Returns why nothing of the file may be taken in. */
    private static Optional<Failure> refusal(Path file, OrderFile read, int orders) {
        Columns columns = read.columns();
        if (!columns.has(Field.ORDER))
            return Optional.of(
                    new Failure(
                            OrdersProblem.NO_ORDER_COLUMN,
                            Sheet.name(file),
                            shown(columns.headings())));
        Troubles troubles = read.troubles();
        Optional<RowTrouble> spoilt =
                troubles.kept().stream()
                        .filter(trouble -> trouble.kind() == RowTrouble.Kind.SPOILT)
                        .findFirst();
        if (spoilt.isPresent())
            return Optional.of(
                    new Failure(
                            OrdersProblem.SPOILT_NUMBER,
                            Sheet.name(file),
                            spoilt.get().row(),
                            spoilt.get().column(),
                            spoilt.get().shape(),
                            troubles.count(RowTrouble.Kind.SPOILT)));
        Optional<Field> rounded = read.lines().rounded();
        if (rounded.isPresent())
            return Optional.of(
                    new Failure(
                            OrdersProblem.ROUNDED_NUMBERS,
                            Sheet.name(file),
                            read.lines().heading(rounded.get()),
                            read.lines().longNumbers(rounded.get())));
        return orders == 0
                ? Optional.of(new Failure(OrdersProblem.EMPTY, Sheet.name(file)))
                : Optional.empty();
    }
}
