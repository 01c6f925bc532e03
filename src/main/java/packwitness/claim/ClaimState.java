package packwitness.claim;

/** How a claim ended, or that it has not. */
public enum ClaimState {
    OPEN,
    WON,
    LOST,
    WITHDRAWN
}
