package packwitness.cli;

import org.jspecify.annotations.Nullable;

import packwitness.shop.Access;
import packwitness.shop.Permission;
import packwitness.shop.Role;
import packwitness.shop.Roles;
import packwitness.shop.Shop;
import packwitness.value.Failure;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The commands about who may do what. */
final class RoleCommands {
    static final String NEW_FILE = "PACKWITNESS_NEW_PASSPHRASE_FILE";
    static final String NEW_VALUE = "PACKWITNESS_NEW_PASSPHRASE";
    static final String COPY_FILE = "PACKWITNESS_KEY_COPY_PASSPHRASE_FILE";
    static final String COPY_VALUE = "PACKWITNESS_KEY_COPY_PASSPHRASE";

    private RoleCommands() {}

    @Command(
            name = "role",
            mixinStandardHelpOptions = true,
            description = "角色与口令 / roles and passphrase: show allow deny passphrase lost",
            synopsisSubcommandLabel = "COMMAND")
    static final class Root {}

    static CommandLine line(Desk desk) {
        return new CommandLine(new Root())
                .addSubcommand("show", new Show(desk))
                .addSubcommand("allow", new Grant(desk, true))
                .addSubcommand("deny", new Grant(desk, false))
                .addSubcommand("passphrase", new Change(desk))
                .addSubcommand("lost", new Lost(desk));
    }

    /** Prints the table and whether a passphrase keeps it. */
    private static void tell(Action action, Roles roles) throws Failure {
        Optional<Instant> lost = roles.lost().from();
        boolean guarded = roles.passphrase().isSet();
        if (action.common.json) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("passphrase", guarded);
            map.put("reset_from", lost.map(Object::toString).orElse(null));
            for (Role role : Role.values())
                map.put(
                        role.name().toLowerCase(java.util.Locale.ROOT),
                        roles.of(role).stream().map(Enum::name).toList());
            action.desk.json(map);
            return;
        }
        action.say(guarded ? "cli.role.guarded" : "cli.role.open");
        if (lost.isPresent()) action.say("cli.role.lost", lost.get());
        for (Permission deed : Permission.values())
            action.detail(
                    "cli.role.row",
                    deed,
                    deed.name(),
                    mark(roles, Role.PACKER, deed),
                    mark(roles, Role.SUPPORT, deed),
                    mark(roles, Role.OWNER, deed));
    }

    private static String mark(Roles roles, Role role, Permission deed) throws Failure {
        return roles.may(role, deed) ? "+" : "-";
    }

    /** Shows who may do what. */
    @Command(name = "show", description = "谁能做什么 / who may do what")
    static final class Show extends Action {
        Show(Desk desk) {
            super(desk);
        }

        @Override
        int run() throws Failure {
            try (Shop shop = desk.openExisting(common)) {
                tell(this, shop.roles());
            }
            return ExitCode.DONE;
        }
    }

    /** Lets a role do more, or takes it back. */
    @Command(description = "授权或收回 / let a role do a deed, or take it back")
    static final class Grant extends Action {
        private final boolean allowed;

        @Parameters(index = "0", paramLabel = "packer|support")
        Role role = Role.SUPPORT;

        @Parameters(index = "1", paramLabel = "DEED", description = "${COMPLETION-CANDIDATES}")
        Permission deed = Permission.FIND;

        Grant(Desk desk, boolean allowed) {
            super(desk);
            this.allowed = allowed;
        }

        @Override
        int run() throws Failure {
            try (Shop shop = desk.openExisting(common)) {
                Access access = Objects.requireNonNull(common.access, "a shop is open");
                access.grant(role, deed, allowed);
                tell(this, shop.roles());
            }
            return ExitCode.DONE;
        }
    }

    /** Sets the owner's passphrase, or another one. */
    @Command(
            name = "passphrase",
            description = "设置或更换店主口令 / set the owner's passphrase, or another one")
    static final class Change extends Action {
        Change(Desk desk) {
            super(desk);
        }

        @Override
        int run() throws Failure {
            try (Shop shop = desk.openExisting(common)) {
                Roles roles = shop.roles();
                Admission ask = desk.admission(common);
                char[] before =
                        roles.passphrase().isSet()
                                ? ask.passphrase(Admission.FILE, Admission.VALUE, "cli.role.ask")
                                : new char[0];
                char[] next = ask.passphrase(NEW_FILE, NEW_VALUE, "cli.role.next");
                try {
                    roles.passphrase().change(before, next);
                } finally {
                    Arrays.fill(before, ' ');
                    Arrays.fill(next, ' ');
                }
                tell(this, roles);
            }
            return ExitCode.DONE;
        }
    }

    /** What to do without the passphrase. */
    @Command(
            name = "lost",
            description =
                    "口令丢失：登记并等三天，或凭密钥备份当场重设 / the passphrase is lost: ask and wait three days, or"
                            + " show a copy of the key")
    static final class Lost extends Action {
        @Option(names = "--key-copy", paramLabel = "FILE", description = "密钥备份 / a copy of the key")
        @Nullable Path copy;

        @Option(names = "--reset", description = "等待结束后重设 / set a new one after the wait")
        boolean reset;

        Lost(Desk desk) {
            super(desk);
        }

        @Override
        int run() throws Failure {
            try (Shop shop = desk.openExisting(common)) {
                Roles roles = shop.roles();
                Admission ask = desk.admission(common);
                Path key = copy;
                if (key != null)
                    roles.lost()
                            .reset(
                                    key,
                                    ask.passphrase(COPY_FILE, COPY_VALUE, "cli.role.copy"),
                                    ask.passphrase(NEW_FILE, NEW_VALUE, "cli.role.next"));
                else if (reset)
                    roles.lost().reset(ask.passphrase(NEW_FILE, NEW_VALUE, "cli.role.next"));
                else roles.lost().ask();
                tell(this, roles);
            }
            return ExitCode.DONE;
        }
    }
}
