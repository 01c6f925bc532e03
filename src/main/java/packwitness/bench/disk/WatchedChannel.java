package packwitness.bench.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/** A file of the real disk whose changes are shown to the watcher; as safe as the real one. */
final class WatchedChannel extends FileChannel {
    private final FileChannel real;
    private final Path file;
    private final DiskWatcher watcher;

    WatchedChannel(FileChannel real, Path file, DiskWatcher watcher) {
        this.real = real;
        this.file = file;
        this.watcher = watcher;
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        return real.read(to);
    }

    @Override
    public long read(ByteBuffer[] to, int offset, int length) throws IOException {
        return real.read(to, offset, length);
    }

    @Override
    public int read(ByteBuffer to, long position) throws IOException {
        return real.read(to, position);
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        watcher.before(DiskWatcher.Act.WRITE, file);
        long position = real.position();
        ByteBuffer seen = from.duplicate();
        int written = real.write(from);
        tell(seen, position, written);
        return written;
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) throws IOException {
        long all = 0;
        for (int i = offset; i < offset + length; i++) all += write(from[i]);
        return all;
    }

    @Override
    public int write(ByteBuffer from, long position) throws IOException {
        watcher.before(DiskWatcher.Act.WRITE, file);
        ByteBuffer seen = from.duplicate();
        int written = real.write(from, position);
        tell(seen, position, written);
        return written;
    }

    private void tell(ByteBuffer seen, long position, int written) {
        byte[] bytes = new byte[written];
        seen.get(bytes);
        watcher.wrote(file, position, bytes);
    }

    @Override
    public long position() throws IOException {
        return real.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        real.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return real.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        watcher.before(DiskWatcher.Act.TRUNCATE, file);
        real.truncate(size);
        watcher.truncated(file, size);
        return this;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        watcher.before(DiskWatcher.Act.FORCE, file);
        real.force(metaData);
        watcher.forced(file);
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target)
            throws IOException {
        return real.transferTo(position, count, target);
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw new UnsupportedOperationException("not seen by the watcher");
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
        if (mode != MapMode.READ_ONLY)
            throw new UnsupportedOperationException("not seen by the watcher");
        return real.map(mode, position, size);
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        return real.lock(position, size, shared);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return real.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        real.close();
    }
}
