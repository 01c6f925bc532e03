package planted.exit.cli;

final class PlantedExit {
    void end() {
        System.exit(1);
    }
}
