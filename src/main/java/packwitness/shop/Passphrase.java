package packwitness.shop;

import packwitness.value.Failure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The passphrase of the device key: a file of the user's own, outside every vault, made at first
 * need.
 */
final class Passphrase {
    private Passphrase() {}

    static char[] of(Path file) throws Failure {
        try {
            if (!Files.exists(file)) make(file);
            return Files.readString(file, StandardCharsets.US_ASCII).strip().toCharArray();
        } catch (IOException e) {
            throw new Failure(ShopProblem.PASSPHRASE_UNREADABLE, e, file);
        }
    }

    /**
     * Returns the passphrase of the company's certificate: a file {@code company-passphrase} that
     * the owner has put beside the other one.
     */
    static char[] ofCompany(Path deviceFile) throws Failure {
        Path file = deviceFile.resolveSibling("company-passphrase");
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip().toCharArray();
        } catch (IOException e) {
            throw new Failure(ShopProblem.PASSPHRASE_UNREADABLE, e, file);
        }
    }

    private static void make(Path file) throws IOException {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) Files.createDirectories(folder);
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix)
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, HexFormat.of().formatHex(random) + "\n", StandardCharsets.US_ASCII);
    }
}
