package packwitness.ledger;

import packwitness.value.Sha256;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The files of a bag as they are, for its checks.
 *
 * @param source how the caller named the bag
 * @param real hashes of the payload, computed here and now
 */
record BagFiles(SafeFiles files, String source, SortedMap<String, Sha256> real) {
    Optional<byte[]> small(String name) {
        return files.read(name, SafeFiles.LARGEST_SMALL);
    }

    /** Returns a text of the bag; of a file that is not there it is empty. */
    String text(String name) {
        return files.read(name, SafeFiles.LARGEST_TEXT)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
    }

    Optional<Path> find(String name) {
        return files.find(name);
    }

    /** Returns the file of the payload with this hash. */
    Optional<Path> find(Sha256 hash) {
        return real.entrySet().stream()
                .filter(file -> file.getValue().equals(hash))
                .findFirst()
                .flatMap(file -> files.find(file.getKey()));
    }

    List<String> under(String folder) {
        return real.keySet().stream().filter(name -> name.startsWith(folder)).toList();
    }

    /** Returns the hashes of a proof; nothing where it is not exactly a hash a line. */
    Optional<List<byte[]>> hashList(String name) {
        Optional<byte[]> bytes = small(name);
        if (bytes.isEmpty()) return Optional.empty();
        String text = new String(bytes.get(), StandardCharsets.US_ASCII);
        List<byte[]> list = new ArrayList<>();
        if (text.isEmpty()) return Optional.of(list);
        if (!text.endsWith("\n")) return Optional.empty();
        for (String line : text.substring(0, text.length() - 1).split("\n", -1)) {
            if (!Sha256.isHex(line)) return Optional.empty();
            list.add(new Sha256(line).bytes());
        }
        return Optional.of(list);
    }

    String name(String file) {
        return source + "/" + file;
    }
}
