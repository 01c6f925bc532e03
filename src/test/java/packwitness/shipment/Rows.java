package packwitness.shipment;

import packwitness.storage.Vault;
import packwitness.value.Failure;

import java.util.List;

/** What stands in the index, for tests. */
final class Rows {
    private Rows() {}

    /** Returns the kinds of the events of the desk, oldest first. */
    static List<String> events(Vault vault) throws Failure {
        return vault.database()
                .read(tx ->
                        tx.list(
                                "SELECT kind FROM desk_event ORDER BY id",
                                row -> row.text("kind")));
    }
}
