package packwitness.law;

import packwitness.value.Fen;
import packwitness.value.Wording;

import java.util.Optional;

/**
 * One further fact that alone would change the tier; found by asking again with nothing else
 * different.
 *
 * @param fact stable name, such as {@code more_obtained} or {@code same_person_proved}
 * @param amount how much more or less money, where the fact is an amount
 * @param forum code of the place whose tier changes, where the others may keep theirs
 * @param tier what would be reached then: in that place, else in the case
 */
public record Change(
        String fact, Optional<Fen> amount, Optional<String> forum, Tier tier, Wording text) {}
