package packwitness.shop;

import java.nio.file.Path;

/**
 * What a program brings to a vault that it opens.
 *
 * @param program name, version and hash of the program, for the ledger
 * @param passphraseFile the file with the passphrase of the device key, outside the vault
 * @param station 0 to 1023, part of every new id
 */
public record ShopSettings(String program, Path passphraseFile, int station) {}
