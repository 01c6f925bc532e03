package packwitness.shop;

import packwitness.ledger.EntryKind;
import packwitness.ledger.Facts;
import packwitness.ledger.Ledger;
import packwitness.storage.Vault;
import packwitness.value.Failure;
import packwitness.yaml.Node;
import packwitness.yaml.ShippedData;

import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Who may do what: the table shipped, and what the owner allowed beyond it. Every refusal is a row
 * of the ledger. Safe for any thread.
 */
public final class Roles {
    private final Vault vault;
    private final Ledger ledger;
    private final OwnerPassphrase passphrase;

    private final LostPassphrase lost;

    /** With this cost of the slow hash. */
    Roles(Vault vault, Ledger ledger, Clock clock, int iterations) {
        this.vault = vault;
        this.ledger = ledger;
        this.passphrase = new OwnerPassphrase(vault, ledger, iterations);
        this.lost = new LostPassphrase(vault, ledger, passphrase, clock);
    }

    private record Table(Map<Role, Set<Permission>> allowed, Set<Permission> neverGranted) {
        static final Table SHIPPED = ShippedData.read(Roles.class, "roles.yaml", Table::read);

        private static Table read(Node document) throws Failure {
            Map<Role, Set<Permission>> allowed = new EnumMap<>(Role.class);
            for (Role role : Role.values())
                allowed.put(
                        role,
                        permissions(document.at("roles").at(role.name().toLowerCase(Locale.ROOT))));
            return new Table(allowed, permissions(document.at("never_granted")));
        }

        private static Set<Permission> permissions(Node node) throws Failure {
            Set<Permission> set = EnumSet.noneOf(Permission.class);
            for (String name : node.texts()) set.add(Permission.valueOf(name));
            return set;
        }
    }

    /** Returns the owner's passphrase, to be set and tried. */
    public OwnerPassphrase passphrase() {
        return passphrase;
    }

    /** Returns what helps who has lost the passphrase. */
    public LostPassphrase lost() {
        return lost;
    }

    /** Returns whether nobody but the owner may ever do this. */
    public static boolean isNeverGranted(Permission deed) {
        return Table.SHIPPED.neverGranted().contains(deed);
    }

    /** Writes something about who stands before the program into the ledger. */
    void note(String how, String who) throws Failure {
        vault.database()
                .write(tx ->
                        ledger.append(
                                tx,
                                EntryKind.VIEW,
                                Facts.of().with("how", how).secret("who", who)));
    }

    /** Returns whether the role may do this. */
    public boolean may(Role role, Permission deed) throws Failure {
        if (role == Role.OWNER) return true;
        return vault.database()
                .read(tx ->
                        tx.first(
                                "SELECT allowed FROM role_grant WHERE role = ? AND permission = ?"
                                        + " ORDER BY id DESC LIMIT 1",
                                row -> row.flag("allowed"),
                                role,
                                deed))
                .orElse(shipped(role).contains(deed));
    }

    private static Set<Permission> shipped(Role role) {
        return Table.SHIPPED.allowed().getOrDefault(role, Set.of());
    }

    /** Returns all that the role may do, for a screen that shows the table. */
    public Set<Permission> of(Role role) throws Failure {
        Set<Permission> set = EnumSet.noneOf(Permission.class);
        for (Permission deed : Permission.values()) if (may(role, deed)) set.add(deed);
        return set;
    }

    /**
     * Lets a deed pass, or refuses it and writes the refusal into the ledger.
     *
     * @param who name or badge of the person, kept as a salted hash
     * @throws Failure {@link ShopProblem#NOT_ALLOWED} naming role and deed
     */
    public void ask(Role role, String who, Permission deed) throws Failure {
        if (may(role, deed)) return;
        vault.database()
                .write(tx ->
                        ledger.append(
                                tx,
                                EntryKind.VIEW,
                                Facts.of()
                                        .with("how", "refused")
                                        .with("role", role)
                                        .with("deed", deed)
                                        .secret("who", who)));
        throw new Failure(ShopProblem.NOT_ALLOWED, role, deed);
    }

    /**
     * Allows a role a deed, or takes it back; only the owner may, and some deeds remain the
     * owner's.
     */
    public void grant(Role by, String who, Role role, Permission deed, boolean allowed)
            throws Failure {
        ask(by, who, Permission.ROLES);
        if (role == Role.OWNER || isNeverGranted(deed))
            throw new Failure(ShopProblem.NEVER_GRANTED, role, deed);
        vault.database()
                .write(tx -> {
                    tx.run(
                            "INSERT INTO role_grant (id, role, permission, allowed, by_whom, at)"
                                    + " VALUES (?,?,?,?,?,?)",
                            tx.nextId(),
                            role,
                            deed,
                            allowed,
                            who,
                            tx.now());
                    return ledger.append(
                            tx,
                            EntryKind.VIEW,
                            Facts.of()
                                    .with("how", "granted")
                                    .with("role", role)
                                    .with("deed", deed)
                                    .with("allowed", allowed)
                                    .secret("who", who));
                });
    }
}
