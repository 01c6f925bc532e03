package packwitness.law;

import packwitness.value.Fen;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * One refund claim of the buyer.
 *
 * @param date the day of the act in Asia/Shanghai
 * @param amount asked or obtained, never negative
 * @param account the buyer's account where it is known; two accounts are two people until shown
 * @param repaid what the buyer has paid back
 * @param knewOn the day the merchant learned of this act, where it differs from that of the case
 * @param dealtWith whether this act was already punished
 */
public record Act(
        LocalDate date,
        Fen amount,
        Outcome outcome,
        Optional<String> account,
        ClaimKind kind,
        Fen repaid,
        Optional<LocalDate> knewOn,
        boolean dealtWith) {
    public Act {
        Objects.requireNonNull(date);
        Objects.requireNonNull(outcome);
        if (amount.amount() < 0 || repaid.amount() < 0) {
            throw new IllegalArgumentException("negative amount");
        }
    }

    /** Returns an act with nothing else known about it. */
    public static Act of(LocalDate date, Fen amount, Outcome outcome) {
        return new Act(
                date,
                amount,
                outcome,
                Optional.empty(),
                ClaimKind.REFUND,
                Fen.ZERO,
                Optional.empty(),
                false);
    }

    /** Returns the same act done from this account. */
    public Act from(String newAccount) {
        return new Act(
                date, amount, outcome, Optional.of(newAccount), kind, repaid, knewOn, dealtWith);
    }

    /** Returns the same act with the money asked for as this. */
    public Act as(ClaimKind newKind) {
        return new Act(date, amount, outcome, account, newKind, repaid, knewOn, dealtWith);
    }

    /** Returns the same act with this much paid back. */
    public Act repaying(Fen newRepaid) {
        return new Act(date, amount, outcome, account, kind, newRepaid, knewOn, dealtWith);
    }

    /** Returns the same act, learned of on this day. */
    public Act knownOn(LocalDate day) {
        return new Act(date, amount, outcome, account, kind, repaid, Optional.of(day), dealtWith);
    }

    Act with(Outcome other) {
        return new Act(date, amount, other, account, kind, repaid, knewOn, dealtWith);
    }

    Act with(Fen other) {
        return new Act(date, other, outcome, account, kind, repaid, knewOn, dealtWith);
    }

    /** Returns the same act, already punished. */
    public Act punished() {
        return new Act(date, amount, outcome, account, kind, repaid, knewOn, true);
    }
}
