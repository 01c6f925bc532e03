package packwitness.keep;

import packwitness.value.Sha256;

import java.io.IOException;

/**
 * The files of a vault as retention sees them, named relative to it; one thread. There are two: the
 * real folder, and the one of a benchmark that breaks off at any step.
 */
public interface Disk {
    boolean exists(String file);

    long bytes(String file) throws IOException;

    Sha256 hash(String file) throws IOException;

    /** Moves a file to a free name; both names are on the disk when this returns. */
    void move(String from, String to) throws IOException;

    /** Deletes a file; its name is gone from the disk when this returns. */
    void delete(String file) throws IOException;

    /** Returns the name of the volume that the file lies on. */
    String volume(String file) throws IOException;

    /** Returns the bytes that are free on the volume of the file. */
    long free(String file) throws IOException;
}
