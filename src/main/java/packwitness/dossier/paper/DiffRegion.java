package packwitness.dossier.paper;

/** A numbered place where two pictures differ, in pixels of the received picture. */
public record DiffRegion(int number, int x, int y, int width, int height, String description) {}
