package packwitness.recording;

import packwitness.value.TakeId;

import java.nio.file.Path;

/** Where a take is written, and the name it gets once it is sealed; both in one folder. */
public record TakeFile(TakeId take, Path part, Path sealed) {}
