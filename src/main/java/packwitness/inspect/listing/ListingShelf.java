package packwitness.inspect.listing;

import packwitness.claim.ClaimBook;
import packwitness.claim.ClaimFile;
import packwitness.claim.FileRole;
import packwitness.claim.RefundClaim;
import packwitness.storage.StorageProblem;
import packwitness.storage.Vault;
import packwitness.value.Failure;
import packwitness.value.Sha256;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every listing picture of the shop: those kept with claims, and those of folders that the owner
 * names. Folders are only looked at; their pictures stay where they are. Any thread may call.
 */
public final class ListingShelf {
    private static final Set<String> ENDINGS =
            Set.of("jpg", "jpeg", "png", "webp", "bmp", "gif", "tif", "tiff", "avif");

    private static final int DEEPEST = 8;
    private static final long MOST_BYTES = 60_000_000;

    private final Vault vault;
    private final ClaimBook claims;
    private final ListingIndex index;

    /** Keeps the prints in the vault's database. */
    public ListingShelf(Vault vault, ClaimBook claims) {
        this.vault = vault;
        this.claims = claims;
        this.index = new ListingIndex(vault.database());
    }

    /** Returns how many pictures can be found. */
    public int size() throws Failure {
        return index.size();
    }

    /** Takes in the listing pictures of all claims and returns how many were new. */
    public int takeClaims() throws Failure {
        int taken = 0;
        for (RefundClaim claim : claims.list())
            for (ClaimFile file : claim.files(FileRole.LISTING))
                if (!index.has(file.sha256()) && take(vault.files().at(file.file()), file.file()))
                    taken++;
        return taken;
    }

    /** Takes in the pictures of a folder and the folders in it; returns how many were new. */
    public int takeFolder(Path folder) throws Failure {
        List<Path> pictures;
        try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
            pictures = files.filter(ListingShelf::isPicture).sorted().toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new Failure(StorageProblem.FILE_UNREADABLE, e, folder);
        }
        int taken = 0;
        for (Path picture : pictures)
            if (take(picture, picture.toAbsolutePath().normalize().toString())) taken++;
        return taken;
    }

    /** Returns the pictures likeliest to be what the received one was made from. */
    public List<Candidate> nearest(byte[] received, int most) throws Failure {
        return index.nearest(received, most);
    }

    /** Returns the picture of a candidate, or nothing where it is gone or changed since. */
    public Optional<byte[]> picture(Candidate candidate) {
        Path place = Path.of(candidate.place());
        Path file = place.isAbsolute() ? place : vault.files().at(candidate.place());
        try {
            byte[] bytes = Files.readAllBytes(file);
            return Sha256.of(bytes).equals(candidate.sha256())
                    ? Optional.of(bytes)
                    : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private boolean take(Path file, String place) throws Failure {
        byte[] bytes;
        try {
            if (Files.size(file) > MOST_BYTES) return false;
            bytes = Files.readAllBytes(file);
        } catch (IOException gone) {
            return false;
        }
        return !index.has(Sha256.of(bytes)) && index.add(bytes, place);
    }

    private static boolean isPicture(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file) && ENDINGS.contains(name.replaceAll(".*\\.", ""));
    }
}
