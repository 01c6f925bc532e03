package packwitness.bench;

import packwitness.keep.Disk;
import packwitness.value.Sha256;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Files in memory on one volume whose size is set, for histories by the hundred thousand. One
 * thread.
 */
final class MemoryDisk implements Disk {
    private final Map<String, byte[]> files = new TreeMap<>();
    private long used;
    private long capacity = Long.MAX_VALUE;

    void keep(String file, byte[] bytes) {
        files.put(file, bytes.clone());
        used += bytes.length;
    }

    void capacity(long bytes) {
        capacity = bytes;
    }

    long used() {
        return used;
    }

    Set<String> names() {
        return files.keySet();
    }

    @Override
    public boolean exists(String file) {
        return files.containsKey(file);
    }

    @Override
    public long bytes(String file) throws IOException {
        return at(file).length;
    }

    @Override
    public Sha256 hash(String file) throws IOException {
        return Sha256.of(at(file));
    }

    @Override
    public void move(String from, String to) throws IOException {
        if (files.containsKey(to)) throw new FileAlreadyExistsException(to);
        files.put(to, at(from));
        files.remove(from);
    }

    @Override
    public void delete(String file) {
        byte[] gone = files.remove(file);
        if (gone != null) used -= gone.length;
    }

    @Override
    public String volume(String file) {
        return "memory";
    }

    @Override
    public long free(String file) {
        return Math.max(0, capacity - used);
    }

    private byte[] at(String file) throws IOException {
        byte[] bytes = files.get(file);
        if (bytes == null) throw new NoSuchFileException(file);
        return bytes;
    }
}
