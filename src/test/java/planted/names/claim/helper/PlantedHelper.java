package planted.names.claim.helper;

final class PlantedHelper {}
