package packwitness.capture;

import packwitness.value.Failure;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What network cameras want to be told and nobody else may read: a file of the user's own, outside
 * every vault, with a line a secret - the key, a blank, the secret. The key is {@code user@host} or
 * {@code user@host:port} for a password, and the address up to its question mark for a query. Any
 * thread.
 */
public final class CameraPasswords {
    /** The system property that names the file. */
    public static final String PROPERTY = "packwitness.camera.passwords";

    /** The variable of the environment that holds the password where the file has none. */
    static final String VARIABLE = "PACKWITNESS_CAMERA_PASSWORD";

    /** How an address ends whose query is in the file. */
    private static final String HIDDEN = "?…";

    private final Optional<Path> file;
    private final Map<String, String> environment;

    CameraPasswords(Optional<Path> file, Map<String, String> environment) {
        this.file = file;
        this.environment = environment;
    }

    /** Returns those of the user that runs this program. */
    public static CameraPasswords ofThisUser() {
        return new CameraPasswords(
                Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of), System.getenv());
    }

    /** An address taken apart around its secrets. */
    private record Parts(String scheme, String user, Optional<String> password, String rest) {
        /** Returns nothing where the address has no place for a secret. */
        static Optional<Parts> of(String address) {
            int slashes = address.indexOf("://");
            if (slashes < 0 || !CameraUri.isNetwork(address.substring(0, slashes)))
                return Optional.empty();
            int from = slashes + 3;
            int query = address.indexOf('?', from);
            int end = query < 0 ? address.length() : query;
            int path = address.indexOf('/', from);
            int host = address.lastIndexOf('@', end - 1);
            if (host < from) return Optional.of(whole(address, from));
            String user = address.substring(from, host);
            int colon = user.indexOf(':');
            // An @ behind the host is part of the path unless a password was written before it.
            boolean inPath =
                    path >= 0
                            && path < host
                            && (colon < 0
                                    || colon > path - from
                                    || user.substring(colon + 1, path - from).matches("[0-9]+"));
            if (inPath) return Optional.of(whole(address, from));
            return Optional.of(
                    new Parts(
                            address.substring(0, from),
                            colon < 0 ? user : user.substring(0, colon),
                            colon < 0 ? Optional.empty() : Optional.of(user.substring(colon + 1)),
                            address.substring(host + 1)));
        }

        private static Parts whole(String address, int from) {
            return new Parts(
                    address.substring(0, from), "", Optional.empty(), address.substring(from));
        }

        private String beforeQuery() {
            int query = rest.indexOf('?');
            return query < 0 ? rest : rest.substring(0, query);
        }

        String passwordKey() {
            String host = beforeQuery();
            int slash = host.indexOf('/');
            return user + "@" + (slash < 0 ? host : host.substring(0, slash));
        }

        String queryKey() {
            return scheme + beforeQuery() + "?";
        }

        String text() {
            if (user.isEmpty()) return scheme + rest;
            return scheme + user + password.map(word -> ":" + word).orElse("") + "@" + rest;
        }
    }

    /** Returns the address with the secrets that it lacks; it is shown and stored nowhere. */
    String complete(String address) throws Failure {
        Optional<Parts> found = Parts.of(address);
        if (found.isEmpty()) return address;
        Parts parts = found.get();
        if (!parts.user.isEmpty() && parts.password.isEmpty()) {
            Optional<String> word =
                    secret(parts.passwordKey())
                            .or(() -> Optional.ofNullable(environment.get(VARIABLE)));
            parts =
                    new Parts(
                            parts.scheme,
                            parts.user,
                            word.map(CameraPasswords::encoded),
                            parts.rest);
        }
        if (parts.rest.endsWith(HIDDEN)) {
            Optional<String> query = secret(parts.queryKey());
            String rest = parts.beforeQuery() + query.map(text -> "?" + text).orElse("");
            parts = new Parts(parts.scheme, parts.user, parts.password, rest);
        }
        return parts.text();
    }

    /**
     * Puts the secrets of an address into the file and returns the address without them, which may
     * be stored; any other text is returned as it is.
     */
    public String keep(String address) throws Failure {
        Optional<Parts> found = Parts.of(address.strip());
        if (found.isEmpty() || file.isEmpty()) return address;
        Parts parts = found.get();
        String rest = parts.rest;
        if (parts.password.isPresent()) write(parts.passwordKey(), decoded(parts.password.get()));
        int query = rest.indexOf('?');
        if (query >= 0 && !rest.endsWith(HIDDEN)) {
            write(parts.queryKey(), rest.substring(query + 1));
            rest = rest.substring(0, query) + HIDDEN;
        }
        return new Parts(parts.scheme, parts.user, Optional.empty(), rest).text();
    }

    /** A password may hold what would end it in an address. */
    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String decoded(String word) {
        try {
            return URLDecoder.decode(word.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return word;
        }
    }

    private Optional<String> secret(String key) throws Failure {
        for (String line : lines())
            if (line.startsWith(key + " ")) return Optional.of(line.substring(key.length() + 1));
        return Optional.empty();
    }

    private List<String> lines() throws Failure {
        if (file.isEmpty() || !Files.exists(file.get())) return List.of();
        try {
            return Files.readAllLines(file.get(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Failure(CaptureProblem.PASSWORDS_UNREADABLE, e, file.get());
        }
    }

    private synchronized void write(String key, String secret) throws Failure {
        Path target = file.orElseThrow();
        List<String> lines = new ArrayList<>(lines());
        String line = key + " " + secret.replaceAll("[\\r\\n]", "");
        if (lines.contains(line)) return;
        lines.removeIf(old -> old.startsWith(key + " "));
        lines.add(line);
        try {
            Path folder = target.toAbsolutePath().getParent();
            if (folder != null) Files.createDirectories(folder);
            Path next = target.resolveSibling(target.getFileName() + ".new");
            Files.deleteIfExists(next);
            if (target.getFileSystem().supportedFileAttributeViews().contains("posix"))
                Files.createFile(
                        next,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
            Files.write(next, lines, StandardCharsets.UTF_8);
            Files.move(next, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Failure(CaptureProblem.PASSWORDS_UNREADABLE, e, target);
        }
    }
}
