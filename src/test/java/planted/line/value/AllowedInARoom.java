package planted.line.value;

final class AllowedInARoom {}
