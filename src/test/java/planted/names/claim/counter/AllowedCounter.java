package planted.names.claim.counter;

final class AllowedCounter {}
