package packwitness.platform;

import packwitness.storage.Row;
import packwitness.storage.Vault;
import packwitness.value.Beijing;
import packwitness.value.Failure;
import packwitness.yaml.Node;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The platform rules of one shop: those shipped, changed by the owner. What a rule said before is
 * kept with who changed it and when. Safe for any thread.
 */
public final class OwnRules {
    private final Vault vault;
    private final Path olderFile;

    /** Reads the vault; a file {@code platform-rules.yaml} of an older program still counts. */
    public OwnRules(Vault vault) {
        this.vault = vault;
        this.olderFile = vault.root().resolve("platform-rules.yaml");
    }

    private record Kept(String id, String yaml, String by, java.time.Instant at) {
        static Kept of(Row row) throws SQLException {
            return new Kept(
                    row.text("rule"), row.text("yaml"), row.text("by_whom"), row.instant("at"));
        }

        Optional<PlatformRule> rule() throws Failure {
            if (yaml.isEmpty()) return Optional.empty();
            return Optional.of(RuleReader.read(Node.parse(id, yaml)).getFirst());
        }
    }

    /** Returns the rules that hold. */
    public PlatformRules current() throws Failure {
        Map<String, Kept> newest = new LinkedHashMap<>();
        for (Kept kept : rows()) newest.put(kept.id(), kept);
        PlatformRules rules = PlatformRules.of(olderFile);
        for (Kept kept : newest.values()) rules = rules.with(kept.id(), kept.rule());
        return rules;
    }

    /** Returns every change of this rule, the newest first. */
    public List<RuleChange> history(String id) throws Failure {
        List<RuleChange> changes = new ArrayList<>();
        for (Kept kept : rows())
            if (kept.id().equals(id))
                changes.addFirst(new RuleChange(id, kept.rule(), kept.by(), kept.at()));
        return List.copyOf(changes);
    }

    private List<Kept> rows() throws Failure {
        return vault.database()
                .read(tx -> tx.list("SELECT * FROM platform_rule ORDER BY id", Kept::of));
    }

    /** Makes this the rule of its id; where it is out of range nothing changes. */
    public PlatformRules set(PlatformRule rule, String by) throws Failure {
        return set(List.of(rule), by);
    }

    /**
     * Changes single values of a rule, named as in the file: {@code images.most}, {@code
     * deadline.hours} and the like; {@code none} takes a value away that need not be there. What is
     * not named stays; unless named, the day of checking is today and who checked is who changes. A
     * rule that no source stated is then known from the merchant's back office.
     */
    public PlatformRules set(String id, Map<String, String> values, String by) throws Failure {
        Map<String, String> all = new LinkedHashMap<>();
        java.time.Instant now = vault.database().write(tx -> tx.now());
        all.put("checked_on", now.atZone(Beijing.TIME).toLocalDate().toString());
        all.put("checked_by", by);
        PlatformRule before = current().named(id);
        // Who changes a guess of ours has looked where merchants can look.
        if (!before.known()) {
            all.put("known", "true");
            all.put("source", "商家后台");
        }
        all.putAll(values);
        return set(RuleEdit.of(before, all), by);
    }

    /** Takes in all rules of a file, both or none; those that say nothing new are left alone. */
    public PlatformRules take(Path file, String by) throws Failure {
        return set(PlatformRules.read(file), by);
    }

    /** Lets the shipped rule hold again; the owner's stays in the history. */
    public PlatformRules reset(String id, String by) throws Failure {
        current().named(id);
        write(Map.of(id, ""), by);
        return current();
    }

    private PlatformRules set(List<PlatformRule> rules, String by) throws Failure {
        PlatformRules before = current();
        Map<String, String> changed = new LinkedHashMap<>();
        for (PlatformRule rule : rules) {
            String yaml = RuleWriter.yaml(List.of(rule));
            // What could not be read again is refused before it is kept.
            RuleReader.read(Node.parse(rule.id(), yaml));
            if (!before.all().contains(rule)) changed.put(rule.id(), yaml);
        }
        write(changed, by);
        return current();
    }

    private void write(Map<String, String> changed, String by) throws Failure {
        vault.database()
                .write(tx -> {
                    for (Map.Entry<String, String> rule : changed.entrySet())
                        tx.run(
                                "INSERT INTO platform_rule (id, rule, yaml, by_whom, at)"
                                        + " VALUES (?,?,?,?,?)",
                                tx.nextId(),
                                rule.getKey(),
                                rule.getValue(),
                                by,
                                tx.now());
                    return changed.size();
                });
    }
}
