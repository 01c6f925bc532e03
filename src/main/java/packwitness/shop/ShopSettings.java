package packwitness.shop;

import packwitness.shipment.DeskSettings;

import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * What a program brings to a vault that it opens.
 *
 * @param named tells name, version and hash of the program, for the ledger; reading itself for the
 *     hash takes a program a while, so it is asked when it is needed
 * @param passphraseFile the file with the passphrase of the device key, outside the vault
 * @param station 0 to 1023, part of every new id
 * @param desk how the packing desk behaves
 * @param rounds of the slow hash of an owner's passphrase that is set from now on
 */
public record ShopSettings(
        Supplier<String> named, Path passphraseFile, int station, DeskSettings desk, int rounds) {
    /** Settings with the standard packing desk. */
    public ShopSettings(Supplier<String> named, Path passphraseFile, int station) {
        this(named, passphraseFile, station, DeskSettings.standard(), OwnerPassphrase.ITERATIONS);
    }

    /** Settings of a program whose name is at hand. */
    public ShopSettings(String program, Path passphraseFile, int station) {
        this(program, passphraseFile, station, DeskSettings.standard());
    }

    /** Settings with the standard cost of the slow hash. */
    public ShopSettings(String program, Path passphraseFile, int station, DeskSettings desk) {
        this(() -> program, passphraseFile, station, desk, OwnerPassphrase.ITERATIONS);
    }

    /** Returns name, version and hash of the program. */
    public String program() {
        return named.get();
    }

    /** Returns the file with the settings of this user on this computer. */
    public Path computerFile() {
        return passphraseFile.resolveSibling("desktop.properties");
    }

    public ShopSettings with(DeskSettings next) {
        return new ShopSettings(named, passphraseFile, station, next, rounds);
    }

    /** Settings with another cost of the slow hash. */
    public ShopSettings withRounds(int next) {
        return new ShopSettings(named, passphraseFile, station, desk, next);
    }
}
