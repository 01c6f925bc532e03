package packwitness.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where originals are written; the real one, and those that tests let fail. */
interface Disk {
    /** An append-only file; one thread. */
    interface Outlet extends AutoCloseable {
        void write(ByteBuffer bytes) throws IOException;

        /** Returns once all bytes are on the disk. */
        void force() throws IOException;

        @Override
        void close() throws IOException;
    }

    /** Creates the file, which must not exist. */
    Outlet create(Path part) throws IOException;

    /** Returns the disk of this machine. */
    static Disk real() {
        return part -> {
            FileChannel channel =
                    FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return new Outlet() {
                @Override
                public void write(ByteBuffer bytes) throws IOException {
                    while (bytes.hasRemaining()) channel.write(bytes);
                }

                @Override
                public void force() throws IOException {
                    channel.force(false);
                }

                @Override
                public void close() throws IOException {
                    channel.close();
                }
            };
        };
    }
}
