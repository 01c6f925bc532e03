package packwitness.law;

import packwitness.value.Fen;
import packwitness.value.Wording;

/** An amount from which a tier begins in one place; the amount itself reaches it. */
public record Line(Tier tier, Wording name, Fen from) {}
