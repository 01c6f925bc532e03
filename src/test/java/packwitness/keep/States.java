package packwitness.keep;

import packwitness.bench.KeptShop;
import packwitness.value.Failure;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Looks for rows without files and files without rows, by the index and the disk alone. */
final class States {
    private States() {}

    static List<String> dangling(KeptShop shop) throws Failure {
        List<String> found = new ArrayList<>();
        shop.vault
                .database()
                .read(tx -> {
                    tx.each(
                            "SELECT t.file, r.state, r.quarantine FROM take t LEFT JOIN"
                                    + " keep_removal r ON r.file = t.file AND r.state <>"
                                    + " 'RETURNED'",
                            row -> {
                                boolean here = Files.exists(shop.root.resolve(row.text("file")));
                                boolean there =
                                        row.maybeText("quarantine")
                                                .map(q -> Files.exists(shop.root.resolve(q)))
                                                .orElse(false);
                                String state = row.maybeText("state").orElse("PLACE");
                                boolean sound =
                                        switch (state) {
                                            case "PLACE" -> here && !there;
                                            case "QUARANTINED" -> !here && there;
                                            case "DELETED" -> !here && !there;
                                            default -> false;
                                        };
                                if (!sound)
                                    found.add(row.text("file") + " " + state + here + there);
                            });
                    return true;
                });
        return found;
    }
}
