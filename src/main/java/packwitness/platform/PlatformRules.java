package packwitness.platform;

import packwitness.value.Failure;
import packwitness.yaml.Node;
import packwitness.yaml.ShippedData;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rules that hold in a shop: those shipped, each replaced by the owner's of the same id. */
public final class PlatformRules {
    private final Map<String, PlatformRule> rules = new LinkedHashMap<>();

    private PlatformRules(List<PlatformRule> shipped, List<PlatformRule> owners) {
        for (PlatformRule rule : shipped) rules.put(rule.id(), rule);
        for (PlatformRule rule : owners) rules.put(rule.id(), rule);
    }

    /** Returns the rules shipped with the program. */
    public static PlatformRules shipped() {
        return new PlatformRules(shippedRules(), List.of());
    }

    /** Returns the shipped rules with those of the owner's file; a missing file holds none. */
    public static PlatformRules of(Path ownersFile) throws Failure {
        return new PlatformRules(
                shippedRules(), Files.exists(ownersFile) ? read(ownersFile) : List.of());
    }

    private static List<PlatformRule> shippedRules() {
        return ShippedData.read(PlatformRules.class, "rules.yaml", RuleReader::read);
    }

    static List<PlatformRule> read(Path file) throws Failure {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Failure(PlatformProblem.NOT_READABLE, e, file);
        }
        return RuleReader.read(Node.parse(String.valueOf(file.getFileName()), text));
    }

    /** Returns the same with this rule in place of that id, or with the shipped one again. */
    PlatformRules with(String id, Optional<PlatformRule> rule) {
        PlatformRules changed = new PlatformRules(all(), List.of());
        Optional<PlatformRule> now =
                rule.isPresent()
                        ? rule
                        : shippedRules().stream().filter(one -> one.id().equals(id)).findFirst();
        if (now.isPresent()) changed.rules.put(id, now.get());
        else changed.rules.remove(id);
        return changed;
    }

    /** Checks the file and makes it the owner's rules; where it is wrong nothing changes. */
    public static PlatformRules take(Path file, Path ownersFile) throws Failure {
        List<PlatformRule> taken = read(file);
        write(taken, ownersFile);
        return new PlatformRules(shippedRules(), taken);
    }

    /** Writes all rules, the owner's among them, as a file that can be taken in again. */
    public void write(Path file) throws Failure {
        write(all(), file);
    }

    private static void write(List<PlatformRule> rules, Path file) throws Failure {
        Path draft = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.writeString(draft, RuleWriter.yaml(rules), StandardCharsets.UTF_8);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Failure(PlatformProblem.NOT_WRITABLE, e, file);
        }
    }

    public List<PlatformRule> all() {
        return List.copyOf(rules.values());
    }

    /** Returns the rule of this id. */
    public PlatformRule named(String id) throws Failure {
        PlatformRule found = rules.get(id);
        if (found == null)
            throw new Failure(PlatformProblem.UNKNOWN_RULE, id, String.join(", ", rules.keySet()));
        return found;
    }

    /** Returns the first rule whose platform has this name in either language, such as 拼多多. */
    public Optional<PlatformRule> ofPlatform(String name) {
        return rules.values().stream()
                .filter(rule ->
                        names(rule).stream()
                                .anyMatch(known -> known.equalsIgnoreCase(name.strip())))
                .findFirst();
    }

    private static List<String> names(PlatformRule rule) {
        List<String> names = new ArrayList<>();
        for (String whole : List.of(rule.platform().zh(), rule.platform().en()))
            for (String name : whole.split("/")) names.add(name.strip());
        return names;
    }

    @Override
    public String toString() {
        return rules.keySet().stream().collect(Collectors.joining(", "));
    }
}
