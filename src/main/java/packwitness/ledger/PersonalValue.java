package packwitness.ledger;

/**
 * A personal value that the rows of a parcel hold as a salted hash, for telling a person what is
 * kept.
 *
 * @param seq the row
 * @param name of the fact, such as waybill, buyer, operator
 */
public record PersonalValue(long seq, EntryKind kind, String name, String value) {}
