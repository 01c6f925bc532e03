package packwitness.inspect.listing;

import org.jspecify.annotations.Nullable;

import packwitness.inspect.compare.PicturePrint;
import packwitness.storage.Database;
import packwitness.value.Failure;
import packwitness.value.Sha256;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The prints of all listing pictures of the shop, kept in the database and, once asked, in memory;
 * any thread may call.
 */
public final class ListingIndex {
    private final Database database;

    /** Filled by the first question, dropped when a picture is added. */
    private final AtomicReference<@Nullable Prints> loaded = new AtomicReference<>();

    public ListingIndex(Database database) {
        this.database = database;
    }

    /**
     * Adds a picture of ours, once; the same bytes again change nothing.
     *
     * @param place where it is kept, told again with the candidates
     * @return whether the picture could be read
     */
    public boolean add(byte[] picture, String place) throws Failure {
        Optional<PicturePrint> print = PicturePrint.kept(picture);
        if (print.isEmpty()) return false;
        Sha256 hash = Sha256.of(picture);
        database.write(t ->
                t.run(
                        "INSERT OR IGNORE INTO listing_print"
                                + " (sha256, place, coarse, points, at)"
                                + " VALUES (?, ?, ?, ?, ?)",
                        hash,
                        place,
                        print.get().coarse(),
                        print.get().points(),
                        t.now()));
        loaded.set(null);
        return true;
    }

    /** Tells whether a picture of this hash is in the index. */
    public boolean has(Sha256 picture) throws Failure {
        return database.read(t ->
                t.first(
                                "SELECT place FROM listing_print WHERE sha256 = ?",
                                row -> row.text("place"),
                                picture)
                        .isPresent());
    }

    /** Returns how many pictures the index holds. */
    public int size() throws Failure {
        return prints().size();
    }

    /**
     * Returns the pictures that have most in common with the received one, the likeliest first;
     * nothing where it cannot be read or nothing is like it.
     */
    public List<Candidate> nearest(byte[] received, int most) throws Failure {
        Optional<PicturePrint> asked = PicturePrint.asking(received);
        return asked.isEmpty() ? List.of() : prints().nearest(asked.get(), most);
    }

    private Prints prints() throws Failure {
        Prints there = loaded.get();
        if (there != null) return there;
        Prints prints =
                database.read(t -> {
                    Prints all = new Prints();
                    t.each(
                            "SELECT sha256, place, coarse, points, at FROM listing_print"
                                    + " ORDER BY sha256",
                            row ->
                                    all.add(
                                            row.hash("sha256"),
                                            row.text("place"),
                                            row.instant("at"),
                                            row.number("coarse"),
                                            row.bytes("points")));
                    return all;
                });
        loaded.compareAndSet(null, prints);
        return prints;
    }
}
