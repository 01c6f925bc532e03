package packwitness.inspect.listing;

import packwitness.value.Sha256;

import java.time.Instant;

/**
 * A picture of ours that a received one may derive from; only a comparison can tell.
 *
 * @param place where our picture is kept, as it was given
 * @param at when it came into the index
 * @param points striking points that both have
 * @param unlike how many of 64 coarse signs differ
 */
public record Candidate(Sha256 sha256, String place, Instant at, int points, int unlike) {}
