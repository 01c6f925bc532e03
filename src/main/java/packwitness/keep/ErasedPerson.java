package packwitness.keep;

/**
 * What was erased of a person.
 *
 * @param values values beside the ledger, with their salts
 * @param heldParcels parcels on hold, of which nothing was erased
 * @param videos videos and key frames that went into quarantine
 * @param whole false where it was stopped on the way
 */
public record ErasedPerson(
        int parcels, int orders, int values, long heldParcels, int videos, boolean whole) {}
