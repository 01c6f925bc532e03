package packwitness.shop;

import packwitness.ledger.DeviceKey;
import packwitness.ledger.PaperKey;
import packwitness.storage.StorageProblem;
import packwitness.storage.Vault;
import packwitness.value.Failure;
import packwitness.value.Sha256;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The keys of a vault: shown, renewed, copied away and brought back. Its passphrase stands outside
 * the vault; that of a copy is the owner's. One thread; no station should be armed.
 */
public final class KeyKeeper {
    private final Path root;
    private final ShopSettings settings;
    private final Clock clock;

    /**
     * What is known of the keys.
     *
     * @param fingerprint SHA-256 of the SubjectPublicKeyInfo of the key that signs now
     * @param inLedger whether the ledger's newest GENESIS or KEY row names it
     * @param earlier fingerprints of replaced keys that can still be opened
     * @param company the owner's own certificate, with which papers are signed
     */
    public record Keys(
            Path file,
            Sha256 fingerprint,
            boolean inLedger,
            Instant ends,
            List<Sha256> earlier,
            Optional<Company> company) {}

    /** The certificate of the company. */
    public record Company(String subject, String issuer, Instant ends) {}

    public KeyKeeper(Path vault, ShopSettings settings, Clock clock) throws Failure {
        if (!Vault.isVault(vault)) throw new Failure(StorageProblem.NO_VAULT, vault);
        this.root = vault;
        this.settings = settings;
        this.clock = clock;
    }

    public Keys show() throws Failure {
        DeviceKey key = DeviceKey.openOrMake(file(), passphrase(), clock);
        boolean inLedger;
        try (Shop shop = Shop.openExisting(root, settings, clock)) {
            inLedger = shop.ledger().signsWith(key.fingerprint());
        }
        return new Keys(
                file(),
                key.fingerprint(),
                inLedger,
                key.certificate().getNotAfter().toInstant(),
                key.earlier(),
                company());
    }

    /** Makes a new key; the old and the new one sign the change in a row of the ledger. */
    public Keys rotate() throws Failure {
        // Before and after: what the old key answers for ends with a checkpoint of its own.
        try (Shop shop = Shop.openExisting(root, settings, clock)) {
            shop.checkpoint();
        }
        DeviceKey.renew(file(), passphrase(), clock);
        try (Shop shop = Shop.openExisting(root, settings, clock)) {
            shop.checkpoint();
        }
        return show();
    }

    /** Writes a copy of the key under another passphrase; an existing file is not written over. */
    public Keys backup(Path target, char[] targetPassphrase) throws Failure {
        if (Files.exists(target)) throw new Failure(StorageProblem.FILE_EXISTS, target);
        Keys keys = show();
        DeviceKey.copy(file(), passphrase(), target, targetPassphrase);
        return keys;
    }

    /**
     * Puts the key of a copy in its place; one that stands there is kept beside it. Where another
     * key has signed meanwhile, the ledger gets a KEY row.
     */
    public Keys restore(Path copy, char[] copyPassphrase) throws Failure {
        DeviceKey.restore(copy, copyPassphrase, file(), passphrase());
        return show();
    }

    private Optional<Company> company() throws Failure {
        Path company = Shop.company(root);
        if (!Files.exists(company)) return Optional.empty();
        X509Certificate certificate =
                PaperKey.open(
                                company,
                                Passphrase.ofCompany(settings.passphraseFile()),
                                clock.instant())
                        .chain()
                        .getFirst();
        return Optional.of(
                new Company(
                        certificate.getSubjectX500Principal().getName(),
                        certificate.getIssuerX500Principal().getName(),
                        certificate.getNotAfter().toInstant()));
    }

    private Path file() {
        return Shop.deviceKey(root);
    }

    private char[] passphrase() throws Failure {
        return Passphrase.of(settings.passphraseFile());
    }
}
