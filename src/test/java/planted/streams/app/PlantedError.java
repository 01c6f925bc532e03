package planted.streams.app;

final class PlantedError {
    void print() {
        System.err.println("text");
    }
}
