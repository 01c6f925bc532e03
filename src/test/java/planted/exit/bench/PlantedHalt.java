package planted.exit.bench;

final class PlantedHalt {
    void end() {
        Runtime.getRuntime().halt(1);
    }
}
