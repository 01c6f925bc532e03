package packwitness.bench.disk;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

/** A path of the real disk that leads through the watcher. */
record WatchedPath(WatchedSystem system, Path path) implements Path {
    static Path plain(Path path) {
        return path instanceof WatchedPath watched ? watched.path : path;
    }

    private Path wrap(Path of) {
        return system.wrap(of);
    }

    private @Nullable Path wrapped(@Nullable Path of) {
        return of == null ? null : system.wrap(of);
    }

    @Override
    public FileSystem getFileSystem() {
        return system;
    }

    @Override
    public boolean isAbsolute() {
        return path.isAbsolute();
    }

    @Override
    public @Nullable Path getRoot() {
        return wrapped(path.getRoot());
    }

    @Override
    public @Nullable Path getFileName() {
        return wrapped(path.getFileName());
    }

    @Override
    public @Nullable Path getParent() {
        return wrapped(path.getParent());
    }

    @Override
    public int getNameCount() {
        return path.getNameCount();
    }

    @Override
    public Path getName(int index) {
        return wrap(path.getName(index));
    }

    @Override
    public Path subpath(int begin, int end) {
        return wrap(path.subpath(begin, end));
    }

    @Override
    public boolean startsWith(Path other) {
        return path.startsWith(plain(other));
    }

    @Override
    public boolean endsWith(Path other) {
        return path.endsWith(plain(other));
    }

    @Override
    public Path normalize() {
        return wrap(path.normalize());
    }

    @Override
    public Path resolve(Path other) {
        return wrap(path.resolve(plain(other)));
    }

    @Override
    public Path relativize(Path other) {
        return wrap(path.relativize(plain(other)));
    }

    @Override
    public URI toUri() {
        return path.toUri();
    }

    @Override
    public Path toAbsolutePath() {
        return wrap(path.toAbsolutePath());
    }

    @Override
    public Path toRealPath(LinkOption... options) throws IOException {
        return wrap(path.toRealPath(options));
    }

    @Override
    public File toFile() {
        return path.toFile();
    }

    @Override
    public WatchKey register(
            WatchService service, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers)
            throws IOException {
        return path.register(service, events, modifiers);
    }

    @Override
    public int compareTo(Path other) {
        return path.compareTo(plain(other));
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
