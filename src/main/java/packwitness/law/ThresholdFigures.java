package packwitness.law;

import packwitness.value.Fen;

import java.util.Optional;

/** The amounts of one place, inclusive; an amount that nobody could read is absent. */
public record ThresholdFigures(
        Optional<Fen> large, Optional<Fen> huge, Optional<Fen> especiallyHuge) {}
