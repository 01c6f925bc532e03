package packwitness.shipment;

/**
 * Where a take stands. Only a sealed take has a hash of its whole file made by the recorder itself.
 */
public enum TakeState {
    RECORDING,
    SEALED,
    INTERRUPTED,
    DAMAGED
}
