package planted.clock.ledger;

final class PlantedMillis {
    long now() {
        return System.currentTimeMillis();
    }
}
