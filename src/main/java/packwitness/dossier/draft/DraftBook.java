package packwitness.dossier.draft;

import packwitness.dossier.paper.Addressee;
import packwitness.storage.Row;
import packwitness.storage.Vault;
import packwitness.value.ClaimId;
import packwitness.value.Failure;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the owner's changes of wording in the vault; safe for any thread. */
public final class DraftBook {
    private final Vault vault;

    public DraftBook(Vault vault) {
        this.vault = vault;
    }

    /** Returns every change of this paper, the oldest first. */
    public List<Change> changes(ClaimId claim, Addressee addressee) throws Failure {
        return vault.database()
                .read(tx ->
                        tx.list(
                                "SELECT * FROM wording_change WHERE claim_id = ? AND addressee = ?"
                                        + " ORDER BY id",
                                DraftBook::read,
                                claim.value(),
                                addressee));
    }

    /**
     * Returns the change that holds for each paragraph; one that was put back is not among them.
     */
    public static Map<String, Change> holding(List<Change> changes) {
        Map<String, Change> last = new HashMap<>();
        for (Change change : changes) last.put(change.paragraph(), change);
        last.values().removeIf(change -> change.newText().isEmpty());
        return last;
    }

    /**
     * Keeps a change.
     *
     * @param text absent to put the template's sentence back
     */
    public void keep(
            ClaimId claim,
            Addressee addressee,
            Paragraph paragraph,
            Optional<String> text,
            String reason,
            String who)
            throws Failure {
        vault.database()
                .write(tx ->
                        tx.run(
                                "INSERT INTO wording_change (id, claim_id, addressee, paragraph,"
                                        + " base_text, old_text, new_text, reason, who, at)"
                                        + " VALUES (?,?,?,?,?,?,?,?,?,?)",
                                tx.nextId(),
                                claim.value(),
                                addressee,
                                paragraph.id(),
                                paragraph.written(),
                                paragraph.text(),
                                text,
                                reason,
                                who,
                                tx.now()));
    }

    private static Change read(Row row) throws SQLException {
        return new Change(
                row.number("id"),
                row.text("paragraph"),
                row.text("base_text"),
                row.text("old_text"),
                row.maybeText("new_text"),
                row.text("reason"),
                row.text("who"),
                row.instant("at"));
    }
}
