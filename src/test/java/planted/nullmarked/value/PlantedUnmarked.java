package planted.nullmarked.value;

final class PlantedUnmarked {}
