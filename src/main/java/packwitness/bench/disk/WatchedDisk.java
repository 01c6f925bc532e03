package packwitness.bench.disk;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/**
 * A provider in front of the real disk that shows every change to a watcher; safe for any thread.
 * Native libraries are given names as text and so go to the real files beneath: the video library
 * only reads, and SQLite writes its own.
 */
public final class WatchedDisk extends FileSystemProvider {
    private final FileSystemProvider real;
    private final WatchedSystem system;
    private final DiskWatcher watcher;

    private WatchedDisk(FileSystem beneath, DiskWatcher watcher) {
        real = beneath.provider();
        system = new WatchedSystem(this, beneath);
        this.watcher = watcher;
    }

    /** Returns the same folder, seen through the watcher; so are all paths made from it. */
    public static Path watch(Path folder, DiskWatcher watcher) {
        return new WatchedDisk(folder.getFileSystem(), watcher).system.wrap(folder);
    }

    @Override
    public String getScheme() {
        return "watched";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> env) {
        throw new UnsupportedOperationException(uri.toString());
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return system;
    }

    @Override
    public Path getPath(URI uri) {
        throw new UnsupportedOperationException(uri.toString());
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        return newFileChannel(path, options, attributes);
    }

    @Override
    public FileChannel newFileChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        Path file = WatchedPath.plain(path);
        boolean writes =
                options.contains(StandardOpenOption.WRITE)
                        || options.contains(StandardOpenOption.APPEND);
        boolean existed = Files.exists(file);
        boolean makes =
                writes
                        && !existed
                        && (options.contains(StandardOpenOption.CREATE)
                                || options.contains(StandardOpenOption.CREATE_NEW));
        watcher.before(makes ? DiskWatcher.Act.CREATE : DiskWatcher.Act.OPEN, file);
        FileChannel channel = real.newFileChannel(file, options, attributes);
        if (makes) watcher.created(file);
        else if (writes && options.contains(StandardOpenOption.TRUNCATE_EXISTING))
            watcher.truncated(file, 0);
        return new WatchedChannel(channel, file, watcher);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(
            Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
        DirectoryStream<Path> names =
                real.newDirectoryStream(
                        WatchedPath.plain(folder), path -> filter.accept(system.wrap(path)));
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                Iterator<Path> each = names.iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return each.hasNext();
                    }

                    @Override
                    public Path next() {
                        return system.wrap(each.next());
                    }
                };
            }

            @Override
            public void close() throws IOException {
                names.close();
            }
        };
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        Path plain = WatchedPath.plain(folder);
        if (Files.exists(plain)) {
            real.createDirectory(plain, attributes);
            return;
        }
        watcher.before(DiskWatcher.Act.MAKE_FOLDER, plain);
        real.createDirectory(plain, attributes);
        watcher.madeFolder(plain);
    }

    @Override
    public void delete(Path path) throws IOException {
        Path file = WatchedPath.plain(path);
        watcher.before(DiskWatcher.Act.DELETE, file);
        real.delete(file);
        watcher.deleted(file);
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        real.copy(WatchedPath.plain(source), WatchedPath.plain(target), options);
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        Path from = WatchedPath.plain(source);
        Path to = WatchedPath.plain(target);
        watcher.before(DiskWatcher.Act.MOVE, to);
        real.move(from, to, options);
        watcher.moved(from, to);
    }

    @Override
    public boolean isSameFile(Path one, Path other) throws IOException {
        return real.isSameFile(WatchedPath.plain(one), WatchedPath.plain(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return real.isHidden(WatchedPath.plain(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return real.getFileStore(WatchedPath.plain(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        real.checkAccess(WatchedPath.plain(path), modes);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(
            Path path, Class<V> type, LinkOption... options) {
        return real.getFileAttributeView(WatchedPath.plain(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(
            Path path, Class<A> type, LinkOption... options) throws IOException {
        return real.readAttributes(WatchedPath.plain(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
            throws IOException {
        return real.readAttributes(WatchedPath.plain(path), attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options)
            throws IOException {
        real.setAttribute(WatchedPath.plain(path), attribute, value, options);
    }
}
