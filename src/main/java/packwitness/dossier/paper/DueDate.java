package packwitness.dossier.paper;

import java.time.Instant;

/**
 * A day by which something must be done.
 *
 * @param wholeDay true where only the day counts, not the hour
 * @param basis the rule and its beginning
 * @param reading which reading was taken where several exist; may be empty
 */
public record DueDate(String name, Instant due, boolean wholeDay, String basis, String reading) {}
