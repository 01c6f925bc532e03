package packwitness.shop;

import packwitness.value.Failure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who stands before the program now. As long as no passphrase is set it is the owner; then it is
 * who the program was started for, until the owner enters. An owner who does nothing for a quarter
 * of an hour has left. Safe for any thread.
 */
public final class Access {
    /** How long the owner is taken to be there after his last deed. */
    public static final Duration STAYS = Duration.ofMinutes(15);

    private final Roles roles;
    private final Optional<Role> asked;
    private final Role plain;
    private final String who;
    private final Clock clock;
    private volatile Optional<Instant> ownerSince = Optional.empty();

    private Access(Roles roles, Optional<Role> asked, Role plain, String who, Clock clock) {
        this.roles = roles;
        this.asked = asked;
        this.plain = plain;
        this.who = who;
        this.clock = clock;
    }

    /**
     * Begins a sitting.
     *
     * @param plain whom the program serves once a passphrase is set and the owner has not entered
     */
    public static Access begin(Shop shop, Role plain) {
        return new Access(shop.roles(), Optional.empty(), plain, account(), shop.clock());
    }

    /** Begins a sitting of somebody who says who he is; for the owner the passphrase is missing. */
    public static Access as(Shop shop, Role asked) {
        Optional<Role> lower = asked == Role.OWNER ? Optional.empty() : Optional.of(asked);
        return new Access(shop.roles(), lower, Role.SUPPORT, account(), shop.clock());
    }

    private static String account() {
        return System.getProperty("user.name", "");
    }

    /** Returns the account of the machine and, where roles are apart, whom the program serves. */
    public String who() {
        try {
            return guarded() ? who + " (" + role().name().toLowerCase(Locale.ROOT) + ")" : who;
        } catch (Failure unknown) {
            return who;
        }
    }

    public Role role() throws Failure {
        if (ownerIsThere()) return Role.OWNER;
        if (asked.isPresent()) return asked.get();
        return roles.passphrase().isSet() ? plain : Role.OWNER;
    }

    /** Returns whether a passphrase keeps the roles apart. */
    public boolean guarded() throws Failure {
        return roles.passphrase().isSet();
    }

    /**
     * Returns from when on a lost passphrase may be replaced, where somebody has asked for that.
     */
    public Optional<Instant> lostFrom() throws Failure {
        return roles.lost().from();
    }

    private boolean ownerIsThere() {
        return ownerSince.map(since -> clock.instant().isBefore(since.plus(STAYS))).orElse(false);
    }

    /**
     * Lets the owner in; the ledger notes it.
     *
     * @throws Failure as {@link OwnerPassphrase#enter}
     */
    public void enter(char[] passphrase) throws Failure {
        roles.passphrase().enter(passphrase);
        if (guarded()) roles.note("owner_entered", who);
        ownerSince = Optional.of(clock.instant());
    }

    /** Sets a passphrase, another one, and stays the owner. */
    public void change(char[] before, char[] next) throws Failure {
        roles.passphrase().change(before, next);
        ownerSince = Optional.of(clock.instant());
    }

    /** The owner goes. */
    public void leave() {
        ownerSince = Optional.empty();
    }

    /** Returns whether all these deeds would be let pass; refuses nothing and notes nothing. */
    public boolean may(Set<Permission> deeds) throws Failure {
        if (deeds.isEmpty()) return true;
        Role role = role();
        for (Permission deed : deeds) if (!roles.may(role, deed)) return false;
        return true;
    }

    /**
     * Lets deeds pass, or refuses them with a row of the ledger.
     *
     * @throws Failure {@link ShopProblem#NOT_ALLOWED}
     */
    public void ask(Set<Permission> deeds) throws Failure {
        if (deeds.isEmpty()) return;
        Role role = role();
        for (Permission deed : deeds) roles.ask(role, who, deed);
        if (ownerIsThere()) ownerSince = Optional.of(clock.instant());
    }

    /** Lets a role do a deed, or takes it back. */
    public void grant(Role role, Permission deed, boolean allowed) throws Failure {
        roles.grant(role(), who, role, deed, allowed);
    }
}
