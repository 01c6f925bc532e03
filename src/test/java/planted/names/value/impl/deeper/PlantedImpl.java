package planted.names.value.impl.deeper;

final class PlantedImpl {}
