package planted.line;

final class PlantedWithoutARoom {}
