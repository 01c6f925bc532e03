package packwitness.orders;

import packwitness.value.Failure;

/** What is done with each row of a sheet. */
@FunctionalInterface
interface RowVisitor {
    /** Looks at the row, which is valid during this call only; false ends the reading. */
    boolean see(Cells cells) throws Failure;
}
