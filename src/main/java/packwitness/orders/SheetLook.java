package packwitness.orders;

/**
 * How a file was read.
 *
 * @param encoding the name of its characters, or {@code XLSX}
 * @param separator the sign between cells, {@code TAB} for a tab, empty for XLSX
 */
record SheetLook(String encoding, String separator) {}
