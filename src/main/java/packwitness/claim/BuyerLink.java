package packwitness.claim;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A claim that may come from the same buyer. A likeness is no finding: only what the owner said
 * counts.
 *
 * @param kinds in what the two claims are alike; never empty
 * @param said whether the owner said that it is the same person; nothing where undecided
 */
public record BuyerLink(RefundClaim other, Set<Kind> kinds, Optional<Boolean> said) {
    public BuyerLink {
        kinds = Collections.unmodifiableSet(new TreeSet<>(kinds));
    }

    /** In what two claims can be alike, the strongest first. */
    public enum Kind {
        /** The same account on the same platform. */
        ACCOUNT(Strength.A),
        /** The same telephone number. */
        PHONE(Strength.A),
        /** The same address, spaces and punctuation aside. */
        ADDRESS(Strength.B),
        /** The same account name on another platform; anybody may choose a name. */
        NAME_ELSEWHERE(Strength.C),
        /** In nothing that is kept here: the owner alone tied them. */
        OWNER_SAYS(Strength.C);

        private final Strength strength;

        Kind(Strength strength) {
            this.strength = strength;
        }
    }

    /** How much a likeness weighs. */
    public enum Strength {
        /** Given to one person by a third party. */
        A,
        /** Shared by few. */
        B,
        /** May be chance. */
        C
    }

    /** Returns the strength of the strongest likeness. */
    public Strength strength() {
        return kinds.stream().map(kind -> kind.strength).min(Enum::compareTo).orElse(Strength.C);
    }

    /** Returns those links that the owner confirmed. */
    static List<BuyerLink> confirmed(List<BuyerLink> links) {
        return links.stream().filter(link -> link.said().orElse(false)).toList();
    }
}
