package planted.names.claim.common;

final class PlantedCommon {}
