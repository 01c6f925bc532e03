package packwitness.dossier.paper;

import packwitness.value.Fen;

import java.time.LocalDate;

/**
 * One act of the same person, for the table of sums.
 *
 * @param outcome obtained, attempted or returned, in words
 * @param counted true where it is part of the sum obtained
 * @param link why it is ascribed to the same person
 */
public record LossLine(
        LocalDate day,
        String platform,
        String orderNo,
        Fen amount,
        String outcome,
        boolean counted,
        String link) {}
