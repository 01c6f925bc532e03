package packwitness.cli;

import packwitness.shop.Access;
import packwitness.shop.Role;
import packwitness.shop.Shop;
import packwitness.text.Messages;
import packwitness.value.Failure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Lets a command in by the table of doors, as whoever its caller says he is. */
final class Admission {
    static final String AS = "PACKWITNESS_AS";
    static final String FILE = "PACKWITNESS_OWNER_PASSPHRASE_FILE";
    static final String VALUE = "PACKWITNESS_OWNER_PASSPHRASE";

    private final Secrets secrets;
    private final Messages messages;

    Admission(Secrets secrets, Messages messages) {
        this.secrets = secrets;
        this.messages = messages;
    }

    /** Refuses with a row of the ledger what the caller may not do. */
    void admit(Shop shop, Common common) throws Failure {
        Optional<Role> asked = asked(common);
        Access access =
                asked.isPresent() ? Access.as(shop, asked.get()) : Access.begin(shop, Role.SUPPORT);
        if (asked.equals(Optional.of(Role.OWNER)) && access.guarded()) enter(access);
        access.ask(common.needs);
        common.access = access;
    }

    private Optional<Role> asked(Common common) throws Failure {
        Role said = common.as;
        if (said != null) return Optional.of(said);
        Optional<String> variable = secrets.variable(AS);
        if (variable.isEmpty() || variable.get().isBlank()) return Optional.empty();
        String name = variable.get().strip().toUpperCase(Locale.ROOT);
        for (Role role : Role.values()) if (role.name().equals(name)) return Optional.of(role);
        throw new Failure(CliProblem.BAD_VALUE, AS + "=" + variable.get(), "owner|support|packer");
    }

    private void enter(Access access) throws Failure {
        char[] typed = passphrase(FILE, VALUE, "cli.role.ask");
        try {
            access.enter(typed);
        } finally {
            Arrays.fill(typed, ' ');
        }
    }

    /** Takes a passphrase from a file, from the environment or from the keyboard. */
    char[] passphrase(String file, String value, String question) throws Failure {
        Optional<String> named = secrets.variable(file);
        if (named.isPresent()) return firstLine(Path.of(named.get()));
        Optional<String> said = secrets.variable(value);
        if (said.isPresent()) return said.get().toCharArray();
        return secrets.ask(messages.say(question))
                .orElseThrow(() -> new Failure(CliProblem.PASSPHRASE_NEEDED, file));
    }

    static char[] firstLine(Path file) throws Failure {
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.findFirst().orElse("").toCharArray();
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new Failure(CliProblem.FILE_UNREADABLE, e, file);
        }
    }
}
