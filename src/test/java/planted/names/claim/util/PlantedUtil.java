package planted.names.claim.util;

final class PlantedUtil {}
