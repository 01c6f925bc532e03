package planted.statics.ledger;

final class PlantedArray {
    static final byte[] SHARED = {1, 2};
}
