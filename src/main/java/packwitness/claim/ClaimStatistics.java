package packwitness.claim;

import packwitness.value.Fen;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the claims filed within some days ended.
 *
 * @param byPlatform one group a platform, the one with most claims first; so the other lists
 * @param byReason by the buyer's words, spaces at the ends aside
 * @param byPaper by the addressee of the paper that mattered; claims without a paper are in none
 * @param byDecisive by what decided them; open claims are in none
 */
public record ClaimStatistics(
        Group all,
        List<Group> byPlatform,
        List<Group> byReason,
        List<Group> byPaper,
        List<Group> byDecisive) {
    public ClaimStatistics {
        byPlatform = List.copyOf(byPlatform);
        byReason = List.copyOf(byReason);
        byPaper = List.copyOf(byPaper);
        byDecisive = List.copyOf(byDecisive);
    }

    /**
     * Some claims, counted.
     *
     * @param name what they have in common; empty for all
     * @param claimed what was asked for in all of them
     * @param recovered what stayed with, or came back to, the merchant in closed ones
     * @param notRecovered what was claimed in closed ones and not recovered
     * @param halfDecidedWithin time from opening to outcome that half of the closed ones took
     */
    public record Group(
            String name,
            int claims,
            int open,
            int won,
            int lost,
            int withdrawn,
            Fen claimed,
            Fen recovered,
            Fen notRecovered,
            Optional<Duration> halfDecidedWithin) {}
}
