package packwitness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.shop.Doors;
import packwitness.shop.Permission;
import packwitness.shop.Role;
import packwitness.shop.Shop;
import packwitness.shop.ShopProblem;
import packwitness.shop.ShopSettings;
import packwitness.text.Messages;
import packwitness.value.Failure;
import packwitness.value.Lang;

import picocli.CommandLine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every command is a door of the table, and the table is kept at every one of them. */
class AdmissionTest {
    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));

    private static final String REFUSAL = Messages.code(ShopProblem.NOT_ALLOWED);

    @TempDir Path folder;
    private Path vault = Path.of("vault");
    private ShopSettings settings = new ShopSettings("test", Path.of("passphrase"), 1);
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> questions = new ArrayList<>();
    private Optional<String> typed = Optional.empty();
    private String said = "";

    @BeforeEach
    void vault() throws Exception {
        vault = folder.resolve("vault");
        settings = new ShopSettings("test", folder.resolve("passphrase"), 1).withRounds(1000);
        Shop.open(vault, settings, CLOCK).close();
        for (String ending : List.of("png", "csv", "yaml", "txt"))
            Files.writeString(folder.resolve("there." + ending), "12345678\n");
    }

    @Test
    void theTableNamesEveryCommandAndNothingElse() {
        Set<String> commands = new TreeSet<>(actions().keySet());
        Set<String> named = new TreeSet<>();
        Set<String> unknown = new TreeSet<>();
        for (String door : Doors.commands().names()) {
            String command = door;
            while (!commands.contains(command) && command.contains(" "))
                command = command.substring(0, command.lastIndexOf(' '));
            if (commands.contains(command)) named.add(command);
            else unknown.add(door);
        }
        assertEquals(Set.of(), unknown, "doors that lead nowhere");
        commands.removeIf(Doors.commands()::knows);
        assertEquals(Set.of(), commands, "commands that are missing in doors.yaml");
        assertFalse(named.isEmpty());
    }

    /** Options that the table names must be options of the command, or they would never count. */
    @Test
    void theWordsOfTheTableAreWordsOfTheirCommands() {
        Map<String, CommandLine> actions = actions();
        for (String door : Doors.commands().names()) {
            int option = door.indexOf(" --");
            if (option < 0) continue;
            CommandLine command = actions.get(door.substring(0, option));
            assertTrue(
                    command.getCommandSpec().findOption(door.substring(option + 1)) != null, door);
        }
    }

    /** Each door is tried by the one who may most and is still refused. */
    @Test
    void everyCommandIsRefusedToWhoMayNotWithARow() throws Exception {
        set("correct horse");
        Map<Role, Set<Permission>> allowed =
                Map.of(Role.PACKER, allowed(Role.PACKER), Role.SUPPORT, allowed(Role.SUPPORT));
        long expected = 0;
        for (Map.Entry<String, List<String>> call : CALLS.entrySet()) {
            Set<Permission> needs = Doors.commands().needs(call.getKey());
            Optional<Role> refused =
                    List.of(Role.SUPPORT, Role.PACKER).stream()
                            .filter(role -> !allowed.get(role).containsAll(needs))
                            .findFirst();
            if (refused.isEmpty()) continue;
            int code = run(with(call.getValue(), "--as", refused.get().name()));
            assertTrue(said.contains(REFUSAL), refused + ": " + call + "\n" + said);
            assertEquals(ExitCode.NOT_DONE, code, said);
            expected++;
        }
        assertTrue(expected > 40, "doors tried: " + expected);
        assertEquals(expected, refusals());
    }

    @Test
    void whoMayIsNotRefused() throws Exception {
        set("correct horse");
        Map<Role, List<String>> doors =
                Map.of(
                        Role.PACKER, List.of("record", "sheet"),
                        Role.SUPPORT, List.of("find", "claim show", "hold", "retention plan"));
        for (Map.Entry<Role, List<String>> some : doors.entrySet())
            for (String door : some.getValue()) {
                run(with(CALLS.get(door), "--as", some.getKey().name()));
                assertFalse(said.contains(REFUSAL), door + "\n" + said);
            }
        assertEquals(0, refusals());
    }

    @Test
    void everyDoorOfTheTableIsTried() {
        Set<String> untried = new TreeSet<>();
        for (String door : Doors.commands().names())
            if (!Doors.commands().needs(door).isEmpty() && !CALLS.containsKey(door))
                untried.add(door);
        assertEquals(Set.of(), untried);
    }

    @Test
    void thePassphraseComesFromAFileTheEnvironmentOrTheKeyboard() throws Exception {
        set("correct horse");
        List<String> rules = List.of("role", "show");
        assertEquals(ExitCode.NOT_DONE, run(with(rules, "--as", "owner")), said);
        assertTrue(said.contains(Admission.FILE), said);
        typed = Optional.of("correct horse");
        assertEquals(ExitCode.DONE, run(with(rules, "--as", "owner")), said);
        assertEquals(2, questions.size());
        environment.put(Admission.VALUE, "incorrect");
        assertEquals(ExitCode.NOT_DONE, run(with(rules, "--as", "owner")), said);
        Path file = Files.writeString(folder.resolve("mine"), "correct horse\n");
        environment.put(Admission.FILE, file.toString());
        assertEquals(ExitCode.DONE, run(with(rules, "--as", "owner")), said);
        environment.put(Admission.AS, "owner");
        assertEquals(ExitCode.DONE, run(List.of("role", "allow", "support", "EXPORT")), said);
        try (Shop shop = Shop.open(vault, settings, CLOCK)) {
            assertTrue(shop.roles().may(Role.SUPPORT, Permission.EXPORT));
        }
        assertEquals(ExitCode.DONE, run(List.of("role", "deny", "support", "EXPORT")), said);
        try (Shop shop = Shop.open(vault, settings, CLOCK)) {
            assertFalse(shop.roles().may(Role.SUPPORT, Permission.EXPORT));
        }
    }

    @Test
    void aVaultWithoutPassphraseIsOpenAndSaysSo() throws Exception {
        assertEquals(ExitCode.DONE, run(List.of("retention", "run")), said);
        assertEquals(ExitCode.DONE, run(List.of("role", "show")), said);
        assertTrue(said.contains("role passphrase"), said);
        environment.put(RoleCommands.NEW_VALUE, "correct horse");
        assertEquals(ExitCode.DONE, run(List.of("role", "passphrase")), said);
        assertEquals(ExitCode.NOT_DONE, run(List.of("retention", "run")), said);
        assertEquals(ExitCode.DONE, run(List.of("role", "lost")), said);
        assertEquals(ExitCode.NOT_DONE, run(List.of("role", "lost", "--reset")), said);
    }

    /** One call for each door that asks for something. */
    private static final Map<String, List<String>> CALLS = calls();

    private static Map<String, List<String>> calls() {
        Map<String, List<String>> calls = new TreeMap<>();
        for (String door : Doors.commands().names()) {
            if (Doors.commands().needs(door).isEmpty()) continue;
            calls.put(door, List.of(door.split(" ")));
        }
        calls.remove("station");
        calls.put("station", List.of("station", "--camera", "nothing:"));
        calls.put(
                "record",
                List.of("record", "--waybill", "SF1234567890123", "--camera", "nothing:"));
        calls.put("settings --set", List.of("settings", "--set", "theme=dark"));
        calls.put("settings --reset", List.of("settings", "--reset", "theme"));
        calls.put("import", List.of("import", "there.csv"));
        calls.put("find", List.of("find", "0123"));
        calls.put("find --reveal", List.of("find", "0123", "--reveal"));
        calls.put("show --reveal", List.of("show", "SF1234567890123", "--reveal"));
        calls.put("claim show --reveal", List.of("claim", "show", "1", "--reveal"));
        calls.put("show", List.of("show", "SF1234567890123"));
        for (String add : List.of("photo", "listing", "chat"))
            calls.put("claim " + add, List.of("claim", add, "1", "there.png"));
        calls.put(
                "claim open",
                List.of(
                        "claim",
                        "open",
                        "SF1",
                        "--platform",
                        "taobao",
                        "--reason",
                        "x",
                        "--amount",
                        "1"));
        calls.put("claim set", List.of("claim", "set", "1", "a=b"));
        calls.put("claim show", List.of("claim", "show", "1"));
        calls.put("claim outcome", List.of("claim", "outcome", "1", "WON"));
        calls.put("claim buyer", List.of("claim", "buyer", "1", "--phone", "13800138000"));
        calls.put("claim links", List.of("claim", "links", "1"));
        calls.put("claim link", List.of("claim", "link", "1", "2", "--same", "true", "--why", "x"));
        calls.put("claim standing", List.of("claim", "standing", "1"));
        calls.put("inspect", List.of("inspect", "there.png", "--shop"));
        calls.put("dossier", List.of("dossier", "1", "--for", "platform"));
        calls.put("dossier --draft", List.of("dossier", "1", "--for", "platform", "--draft"));
        calls.put(
                "dossier edit",
                List.of(
                        "dossier",
                        "edit",
                        "1",
                        "--for",
                        "platform",
                        "--paragraph",
                        "p",
                        "--text-file",
                        "there.txt"));
        calls.put(
                "dossier reset",
                List.of("dossier", "reset", "1", "--for", "platform", "--paragraph", "p"));
        calls.put(
                "dossier preview",
                List.of("dossier", "preview", "1", "--for", "platform", "--out", "p.pdf"));
        calls.put("pack", List.of("pack", "1", "--out", "missing"));
        calls.put("platforms set", List.of("platforms", "set", "x", "hours=1"));
        calls.put("platforms export", List.of("platforms", "export", "out.yaml"));
        calls.put("platforms import", List.of("platforms", "import", "there.yaml"));
        calls.put("platforms history", List.of("platforms", "history", "x"));
        calls.put("platforms reset", List.of("platforms", "reset", "x"));
        for (String door : List.of("platforms", "platforms list")) {
            calls.put(door + " --import", words(door, "--import", "there.yaml"));
            calls.put(door + " --export", words(door, "--export", "out.yaml"));
        }
        calls.put(
                "key backup",
                List.of("key", "backup", "copy.p12", "--passphrase-file", "there.txt"));
        calls.put("redact", List.of("redact", "there.png", "--box", "1,1,2,2", "--out", "x.png"));
        calls.put("clip", List.of("clip", "SF1", "--out", "there.mp4"));
        calls.put("hold", List.of("hold", "SF1", "on", "--why", "x"));
        calls.put("hold off", List.of("hold", "SF1", "off", "--why", "x"));
        calls.put("retention rules --set", List.of("retention", "rules", "--set", "video=1"));
        calls.put("backup", List.of("backup", "missing/backup"));
        calls.put("person list", List.of("person", "list", "x"));
        calls.put("person list --reveal", List.of("person", "list", "x", "--reveal"));
        calls.put("person erase", List.of("person", "erase", "x", "--why", "y"));
        calls.put("merchant --set", List.of("merchant", "--set", "name=x"));
        calls.put("sheet", List.of("sheet", "--out", "missing/s.pdf"));
        for (String way : List.of("allow", "deny"))
            calls.put("role " + way, List.of("role", way, "support", "EXPORT"));
        return calls;
    }

    private static List<String> words(String door, String... more) {
        List<String> words = new ArrayList<>(List.of(door.split(" ")));
        words.addAll(List.of(more));
        return words;
    }

    private Set<Permission> allowed(Role role) throws Failure {
        try (Shop shop = Shop.open(vault, settings, CLOCK)) {
            return shop.roles().of(role);
        }
    }

    private long refusals() throws Failure {
        try (Shop shop = Shop.open(vault, settings, CLOCK)) {
            return shop.vault()
                    .database()
                    .read(tx ->
                            tx.first(
                                    "SELECT count(*) AS n FROM ledger_row WHERE CAST(body AS TEXT)"
                                            + " LIKE '%refused%'",
                                    row -> row.number("n")))
                    .orElseThrow();
        }
    }

    private Map<String, CommandLine> actions() {
        Map<String, CommandLine> actions = new TreeMap<>();
        collect(Cli.line(desk()), actions);
        return actions;
    }

    private static void collect(CommandLine command, Map<String, CommandLine> actions) {
        if (command.getCommand() instanceof Action)
            actions.put(Action.door(command.getCommandSpec()), command);
        for (CommandLine sub : command.getSubcommands().values()) collect(sub, actions);
    }

    private void set(String passphrase) throws Failure {
        try (Shop shop = Shop.open(vault, settings, CLOCK)) {
            shop.roles().passphrase().change(new char[0], passphrase.toCharArray());
        }
    }

    private static List<String> with(List<String> words, String... more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(more));
        return all;
    }

    private Desk desk() {
        return desk(new ByteArrayOutputStream());
    }

    private Desk desk(ByteArrayOutputStream out) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new Desk(
                CLOCK,
                settings,
                vault,
                Lang.EN,
                new ByteArrayInputStream(new byte[0]),
                stream,
                stream,
                new Secrets() {
                    @Override
                    public Optional<String> variable(String name) {
                        return Optional.ofNullable(environment.get(name));
                    }

                    @Override
                    public Optional<char[]> ask(String question) {
                        questions.add(question);
                        return typed.map(String::toCharArray);
                    }
                });
    }

    /** Runs a command; what it calls "there.…" is a file that can be read. */
    private int run(List<String> said) {
        List<String> words =
                said.stream()
                        .map(word ->
                                word.startsWith("there.") ? folder.resolve(word).toString() : word)
                        .toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = Cli.run(desk(out), words.toArray(String[]::new));
        this.said = out.toString(StandardCharsets.UTF_8);
        return code;
    }
}
