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
 */
public record ShopSettings(String program, Path passphraseFile, int station, DeskSettings desk) {
    /** Settings with the standard packing desk. */
    public ShopSettings(String program, Path passphraseFile, int station) {
        this(program, passphraseFile, station, DeskSettings.standard());
    }

    /** Returns the file with the settings of this user on this computer. */
    public Path computerFile() {
        return passphraseFile.resolveSibling("desktop.properties");
    }

    public ShopSettings with(DeskSettings next) {
        return new ShopSettings(program, passphraseFile, station, next);
    }
}
