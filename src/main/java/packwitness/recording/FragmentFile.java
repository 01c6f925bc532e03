package packwitness.recording;

import packwitness.value.Sha256;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * An append-only file that hashes what it writes: the whole, each link, and the coded stream, which
 * is the samples inside its {@code mdat} boxes. Used by one writer thread; after an error it takes
 * nothing more.
 */
final class FragmentFile implements BoxWalker.Visitor, AutoCloseable {
    /** A link without what only the writer knows. */
    record Link(int number, long offset, long length, Sha256 bytes, Sha256 link) {}

    private final Disk.Outlet outlet;
    private final BoxWalker boxes = new BoxWalker(this);
    private final MessageDigest whole = Sha256.digest();
    private final MessageDigest fragment = Sha256.digest();
    private final MessageDigest stream = Sha256.digest();
    private final List<Link> fresh = new ArrayList<>();
    private Sha256 head = Sha256.ZERO;
    private Sha256 streamAtHead = Sha256.of();
    private int links;
    private long position;
    private long linkStart;
    private long walked;
    private IOException trouble;
    private boolean failed;
    private boolean closed;

    FragmentFile(Disk.Outlet outlet) {
        this.outlet = outlet;
        this.trouble = new IOException("no trouble");
    }

    /** Writes bytes behind the last ones. */
    void write(byte[] bytes, int length) throws IOException {
        if (failed) throw trouble;
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        try {
            outlet.write(buffer);
        } catch (IOException e) {
            failed = true;
            trouble = e;
            throw e;
        } finally {
            // What reached the file counts, also where the rest did not.
            int written = buffer.position();
            whole.update(bytes, 0, written);
            position += written;
            boxes.feed(bytes, 0, written);
        }
    }

    @Override
    public void bytes(byte[] from, int offset, int length, boolean samples) {
        fragment.update(from, offset, length);
        if (samples) stream.update(from, offset, length);
        walked += length;
    }

    @Override
    public void linkEnds() {
        Sha256 bytes = Sha256.of(fragment);
        long length = walked - linkStart;
        head = Chain.link(head, linkStart, length, bytes);
        fresh.add(new Link(links++, linkStart, length, bytes, head));
        linkStart = walked;
        streamAtHead = copyOf(stream);
    }

    private static Sha256 copyOf(MessageDigest digest) {
        try {
            return Sha256.of((MessageDigest) digest.clone());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the links that ended since the last call. */
    List<Link> fresh() {
        List<Link> all = List.copyOf(fresh);
        fresh.clear();
        return all;
    }

    /** Writes a box of our own where one ends; false inside another one. */
    boolean between(byte[] box) throws IOException {
        if (!boxes.between()) return false;
        write(box, box.length);
        return true;
    }

    void force() throws IOException {
        if (failed) throw trouble;
        try {
            outlet.force();
        } catch (IOException e) {
            failed = true;
            trouble = e;
            throw e;
        }
    }

    /** Returns the error that ended the file, where there was one. */
    IOException trouble() {
        return trouble;
    }

    boolean failed() {
        return failed;
    }

    long position() {
        return position;
    }

    int links() {
        return links;
    }

    Sha256 head() {
        return head;
    }

    /** Returns the hash of the coded stream up to the last link. */
    Sha256 streamHash() {
        return streamAtHead;
    }

    /** Returns the hash of all bytes so far. */
    Sha256 wholeHash() {
        return copyOf(whole);
    }

    @Override
    public void close() throws IOException {
        if (closed) return;
        closed = true;
        outlet.close();
    }
}
