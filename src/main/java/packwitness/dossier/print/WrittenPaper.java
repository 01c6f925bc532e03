package packwitness.dossier.print;

import packwitness.value.Sha256;

import java.nio.file.Path;

/** A finished paper on the disk. */
public record WrittenPaper(Path file, int pages, long bytes, Sha256 sha256) {}
