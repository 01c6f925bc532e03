package packwitness.claim;

import packwitness.claim.BuyerLink.Kind;
import packwitness.ledger.EntryKind;
import packwitness.ledger.Facts;
import packwitness.ledger.Ledger;
import packwitness.storage.Transaction;
import packwitness.storage.Vault;
import packwitness.value.ClaimId;
import packwitness.value.Failure;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Which claims may come from the same buyer, and what the owner said of it; safe for any thread.
 * Nothing is ever merged; telephone numbers and addresses are kept as hashes under a key of the
 * vault.
 */
public final class BuyerHistory {
    private static final String MAC = "HmacSHA256";

    private final Vault vault;
    private final Ledger ledger;
    private final ClaimBook claims;

    BuyerHistory(Vault vault, Ledger ledger, ClaimBook claims) {
        this.vault = vault;
        this.ledger = ledger;
        this.claims = claims;
    }

    /** What a claim can carry besides the account. */
    public enum Trait {
        PHONE,
        ADDRESS
    }

    /** Notes a telephone number or an address of the claim's buyer; only its hash is kept. */
    public void note(ClaimId id, Trait trait, String value) throws Failure {
        RefundClaim claim = claims.show(id);
        String plain = plain(trait, value);
        vault.database()
                .write(tx -> {
                    tx.run(
                            "INSERT OR IGNORE INTO claim_trait (claim_id, kind, hash)"
                                    + " VALUES (?,?,?)",
                            id.value(),
                            trait,
                            hash(tx, trait, plain));
                    return ledger.append(
                            tx, EntryKind.CLAIM, claim.step("trait").with("trait", trait));
                });
    }

    private static String plain(Trait trait, String value) throws Failure {
        String folded = Normalizer.normalize(value, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return switch (trait) {
            case PHONE -> {
                String digits = folded.replaceAll("[^0-9*]", "").replaceFirst("^(00)?86(?=1)", "");
                // A masked number fits many people.
                if (!digits.matches("[0-9]{7,15}"))
                    throw new Failure(ClaimProblem.BAD_VALUE, "phone", value);
                yield digits;
            }
            case ADDRESS -> {
                String letters = folded.replaceAll("[^\\p{L}\\p{N}]", "");
                if (letters.codePointCount(0, letters.length()) < 6)
                    throw new Failure(ClaimProblem.BAD_VALUE, "address", value);
                yield letters;
            }
        };
    }

    private static String hash(Transaction tx, Trait trait, String plain) throws SQLException {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key(tx), MAC));
            byte[] text = (trait + ":" + plain).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(mac.doFinal(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] key(Transaction tx) throws SQLException {
        String sql = "SELECT key FROM claim_trait_key";
        Optional<byte[]> known = tx.first(sql, row -> row.bytes("key"));
        if (known.isPresent()) return known.get();
        byte[] made = new byte[32];
        new SecureRandom().nextBytes(made);
        tx.run("INSERT INTO claim_trait_key (id, key) VALUES (1, ?)", made);
        return made;
    }

    /** Returns the claims that are like this one, the strongest likeness first. */
    public List<BuyerLink> linksOf(ClaimId id) throws Failure {
        RefundClaim claim = claims.show(id);
        SortedMap<Long, Set<Kind>> alike = new TreeMap<>();
        SortedMap<Long, Boolean> said = new TreeMap<>();
        vault.database()
                .read(tx -> {
                    alike(tx, claim, alike);
                    tx.each(
                            "SELECT claim_id + other_id - ? AS other, same FROM claim_link"
                                    + " WHERE claim_id = ? OR other_id = ?",
                            row -> said.put(row.number("other"), row.number("same") == 1),
                            id.value(),
                            id.value(),
                            id.value());
                    return alike;
                });
        for (long other : said.keySet())
            if (!alike.containsKey(other)) kinds(alike, other).add(Kind.OWNER_SAYS);
        List<BuyerLink> links = new ArrayList<>();
        for (var found : alike.entrySet())
            links.add(
                    new BuyerLink(
                            claims.show(new ClaimId(found.getKey())),
                            found.getValue(),
                            Optional.ofNullable(said.get(found.getKey()))));
        links.sort((a, b) -> {
            int byStrength = a.strength().compareTo(b.strength());
            return byStrength != 0
                    ? byStrength
                    : b.other().filedOn().compareTo(a.other().filedOn());
        });
        return links;
    }

    private static void alike(Transaction tx, RefundClaim claim, SortedMap<Long, Set<Kind>> found)
            throws SQLException {
        long id = claim.id().value();
        if (claim.buyer().isPresent())
            tx.each(
                    "SELECT id, platform FROM claim WHERE buyer = ? AND id <> ?",
                    row ->
                            kinds(found, row.number("id"))
                                    .add(
                                            row.text("platform").equals(claim.platform())
                                                    ? Kind.ACCOUNT
                                                    : Kind.NAME_ELSEWHERE),
                    claim.buyer().get(),
                    id);
        tx.each(
                "SELECT other.claim_id AS id, other.kind FROM claim_trait AS mine"
                        + " JOIN claim_trait AS other"
                        + " ON other.kind = mine.kind AND other.hash = mine.hash"
                        + " WHERE mine.claim_id = ? AND other.claim_id <> ?",
                row -> kinds(found, row.number("id")).add(Kind.valueOf(row.text("kind"))),
                id,
                id);
    }

    private static Set<Kind> kinds(SortedMap<Long, Set<Kind>> found, long id) {
        return found.computeIfAbsent(id, none -> EnumSet.noneOf(Kind.class));
    }

    /** Returns the links that the owner confirmed. */
    public List<BuyerLink> confirmed(ClaimId id) throws Failure {
        return BuyerLink.confirmed(linksOf(id));
    }

    /**
     * Records whether the owner holds the two claims for those of one person; it may be changed.
     */
    public void say(ClaimId one, ClaimId other, boolean same, String why) throws Failure {
        RefundClaim claim = claims.show(one);
        claims.show(other);
        if (one.equals(other)) throw new Failure(ClaimProblem.BAD_VALUE, "other", other);
        vault.database()
                .write(tx -> {
                    tx.run(
                            "INSERT INTO claim_link (claim_id, other_id, same, at) VALUES (?,?,?,?)"
                                    + " ON CONFLICT DO UPDATE SET same = excluded.same,"
                                    + " at = excluded.at",
                            Math.min(one.value(), other.value()),
                            Math.max(one.value(), other.value()),
                            same,
                            tx.now());
                    return ledger.append(
                            tx,
                            EntryKind.CLAIM,
                            Facts.of()
                                    .shipment(claim.shipment())
                                    .claim(one)
                                    .with("step", "link")
                                    .with("other", other.value())
                                    .with("same", same)
                                    .secret("why", why));
                });
    }
}
