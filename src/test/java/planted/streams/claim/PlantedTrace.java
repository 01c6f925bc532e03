package planted.streams.claim;

final class PlantedTrace {
    void print(Exception e) {
        e.printStackTrace();
    }
}
