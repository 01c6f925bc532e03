package packwitness.ui.shell;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import packwitness.shop.Access;
import packwitness.shop.Role;
import packwitness.ui.kit.Background;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** Who stands before the window, and how the owner comes and goes. FX thread only. */
final class RoleViewModel {
    /**
     * What is known of the roles.
     *
     * @param guarded whether a passphrase keeps them apart
     * @param lostFrom from when on a passphrase said to be lost may be replaced
     */
    record Sitting(Role role, boolean guarded, Optional<Instant> lostFrom) {
        static final Sitting UNGUARDED = new Sitting(Role.OWNER, false, Optional.empty());
    }

    /** What somebody is asked for. */
    enum Asking {
        NOTHING,
        /** The owner's passphrase. */
        ENTER,
        /** A first passphrase, twice. */
        SET
    }

    private final Background background;
    private final ReadOnlyObjectWrapper<Sitting> sitting =
            new ReadOnlyObjectWrapper<>(Sitting.UNGUARDED);
    private final ReadOnlyObjectWrapper<Asking> asking =
            new ReadOnlyObjectWrapper<>(Asking.NOTHING);
    private final ReadOnlyObjectWrapper<Boolean> different = new ReadOnlyObjectWrapper<>(false);
    private final ObjectProperty<@Nullable Exception> trouble = new SimpleObjectProperty<>();
    private Optional<Access> access = Optional.empty();
    private Runnable entered = () -> {};

    RoleViewModel(Background background) {
        this.background = background;
    }

    ReadOnlyObjectProperty<Sitting> sitting() {
        return sitting.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Asking> asking() {
        return asking.getReadOnlyProperty();
    }

    /** Returns whether the two passphrases typed last were not the same. */
    ReadOnlyObjectProperty<Boolean> different() {
        return different.getReadOnlyProperty();
    }

    ObjectProperty<@Nullable Exception> trouble() {
        return trouble;
    }

    /** Begins with an opened vault. */
    void open(Access opened) {
        access = Optional.of(opened);
        look();
    }

    void close() {
        access = Optional.empty();
        sitting.set(Sitting.UNGUARDED);
        forget();
    }

    /** Looks again who is there: an owner who did nothing for long has left. */
    void look() {
        access.ifPresent(now ->
                background.run(
                        () -> new Sitting(now.role(), now.guarded(), now.lostFrom()),
                        sitting::set,
                        trouble::set));
    }

    /** Asks for the passphrase, or lets the owner go. */
    void change() {
        if (!sitting.get().guarded()) ask(Asking.SET);
        else if (sitting.get().role() != Role.OWNER) ask(Asking.ENTER);
        else
            access.ifPresent(now -> {
                now.leave();
                look();
            });
    }

    /** Does something that only the owner may, as soon as he is there. */
    void asOwner(Runnable deed) {
        if (sitting.get().role() == Role.OWNER) {
            deed.run();
            return;
        }
        entered = deed;
        ask(Asking.ENTER);
    }

    private void ask(Asking next) {
        trouble.set(null);
        different.set(false);
        asking.set(next);
    }

    /** Asks for nothing any more. */
    void forget() {
        entered = () -> {};
        ask(Asking.NOTHING);
    }

    /** Lets in who knows the passphrase; the characters are wiped. */
    void enter(char[] passphrase) {
        run(
                now -> now.enter(passphrase),
                passphrase,
                () -> {
                    Runnable deed = entered;
                    forget();
                    look();
                    deed.run();
                });
    }

    /** Sets the first passphrase; the characters are wiped. */
    void set(char[] passphrase, char[] again) {
        boolean same = Arrays.equals(passphrase, again);
        Arrays.fill(again, ' ');
        different.set(!same);
        if (!same) {
            Arrays.fill(passphrase, ' ');
            return;
        }
        run(
                now -> now.change(new char[0], passphrase),
                passphrase,
                () -> {
                    forget();
                    look();
                });
    }

    private interface Deed {
        void on(Access access) throws Exception;
    }

    private void run(Deed deed, char[] secret, Runnable done) {
        trouble.set(null);
        access.ifPresent(now ->
                background.run(
                        () -> {
                            try {
                                deed.on(now);
                                return true;
                            } finally {
                                Arrays.fill(secret, ' ');
                            }
                        },
                        ok -> done.run(),
                        trouble::set));
    }
}
