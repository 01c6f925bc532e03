package planted.names.claim.manager;

final class PlantedManager {}
