package planted.nullmarked.storage;

final class AllowedMarked {}
