package packwitness.bench;

import packwitness.value.Failure;

import java.util.ArrayList;
import java.util.List;

/** A list of attacks while it is written. */
abstract class Attacks {
    private final List<Attack> all = new ArrayList<>();

    static List<Attack> all() {
        List<Attack> attacks = new ArrayList<>();
        for (Attacks some :
                List.of(
                        new VaultAttacks(),
                        new StampAttacks(),
                        new BranchAttacks(),
                        new BagAttacks())) attacks.addAll(some.all);
        return List.copyOf(attacks);
    }

    final void add(String id, String what, Attack.Due due, String finding, Attack.Deed deed) {
        all.add(new Attack(id, what, due, finding, deed));
    }

    final void caught(String id, String what, String finding, Attack.Deed deed) {
        add(id, what, Attack.Due.CAUGHT, finding, deed);
    }

    /** What is done to an opened copy of the honest vault. */
    interface Change {
        void in(SmallShop shop, AttackWorld world) throws Failure;
    }

    /** Does it and checks the vault. */
    static Attack.Deed vault(Change change) {
        return world -> {
            try (SmallShop shop = world.shop()) {
                change.in(shop, world);
                return shop.verify(shop.root);
            }
        };
    }

    /** Returns the rows without those of a recording. */
    static List<Forger.Row> without(List<Forger.Row> rows, SmallShop.Parcel parcel) {
        rows.removeIf(row -> row.fact("take").equals(parcel.take().toString()));
        return rows;
    }
}
