package packwitness.shop;

import packwitness.shipment.DeskSettings;

import java.nio.file.Path;

/**
 * What a program brings to a vault that it opens.
 *
 * @param program name, version and hash of the program, for the ledger
 * @param passphraseFile the file with the passphrase of the device key, outside the vault
 * @param station 0 to 1023, part of every new id
 * @param desk how the packing desk behaves
 * @param rounds of the slow hash of an owner's passphrase that is set from now on
 */
public record ShopSettings(
        String program, Path passphraseFile, int station, DeskSettings desk, int rounds) {
    /** Settings with the standard packing desk. */
    public ShopSettings(String program, Path passphraseFile, int station) {
        this(program, passphraseFile, station, DeskSettings.standard());
    }

    /** Settings with the standard cost of the slow hash. */
    public ShopSettings(String program, Path passphraseFile, int station, DeskSettings desk) {
        this(program, passphraseFile, station, desk, OwnerPassphrase.ITERATIONS);
    }

    /** Returns the file with the settings of this user on this computer. */
    public Path computerFile() {
        return passphraseFile.resolveSibling("desktop.properties");
    }

    public ShopSettings with(DeskSettings next) {
        return new ShopSettings(program, passphraseFile, station, next, rounds);
    }

    /** Settings with another cost of the slow hash. */
    public ShopSettings withRounds(int next) {
        return new ShopSettings(program, passphraseFile, station, desk, next);
    }
}
