package planted.streams.bench;

final class PlantedPrint {
    void print() {
        System.out.println("text");
    }
}
