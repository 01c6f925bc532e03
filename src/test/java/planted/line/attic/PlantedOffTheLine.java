package planted.line.attic;

final class PlantedOffTheLine {}
