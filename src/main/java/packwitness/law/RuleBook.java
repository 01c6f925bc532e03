package packwitness.law;

import packwitness.value.Failure;
import packwitness.value.Wording;
import packwitness.yaml.Node;
import packwitness.yaml.ShippedData;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The rules, settings and sentences of the shipped data; immutable. */
final class RuleBook {
    private static final String FILE = "rules.yaml";

    private final Node settings;
    private final Node sentences;
    private final Node changes;
    private final Node factWords;
    private final Map<Tier, Wording> tiers = new EnumMap<>(Tier.class);
    private final List<DeadlineRule> deadlines = new ArrayList<>();
    private final List<TierRule> tierRules = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, Wording> warnings = new LinkedHashMap<>();
    private final List<Wording> disclaimers = new ArrayList<>();
    private final Map<String, Map<String, String>> words = new LinkedHashMap<>();
    private final Map<Tier, Integer> prosecutionYears = new EnumMap<>(Tier.class);
    private final Wording prosecutionLabel;
    private final Wording prosecutionReading;
    private final Map<Tier, Wording> prosecutionRanges = new EnumMap<>(Tier.class);
    private final String checkedUpTo;
    private final Condition countsAsAttempt;
    private final BigDecimal nearShare;

    private RuleBook(Node document) throws Failure {
        settings = document.at("settings");
        sentences = document.at("sentences");
        changes = document.at("changes");
        factWords = document.at("fact_words");
        for (Tier tier : Tier.values()) {
            tiers.put(tier, document.at("tiers").at(tier.name()).wording());
        }
        for (Node node : document.at("deadlines").items()) {
            deadlines.add(DeadlineRule.of(node));
        }
        for (Node node : document.at("tier_rules").items()) {
            tierRules.add(TierRule.of(node));
        }
        for (Node node : document.at("rules").items()) {
            rules.add(Rule.of(node));
        }
        for (Map.Entry<String, Node> entry : document.at("warnings").entries().entrySet()) {
            warnings.put(entry.getKey(), entry.getValue().wording());
        }
        for (Node node : document.at("disclaimers").items()) {
            disclaimers.add(node.wording());
        }
        for (Map.Entry<String, Node> entry :
                settings.at("prosecution_years").entries().entrySet()) {
            prosecutionYears.put(Tier.valueOf(entry.getKey()), entry.getValue().whole());
        }
        prosecutionLabel = document.at("prosecution").at("label").wording();
        prosecutionReading = document.at("prosecution").at("reading").wording();
        for (Map.Entry<String, Node> entry :
                document.at("prosecution").at("ranges").entries().entrySet()) {
            prosecutionRanges.put(Tier.valueOf(entry.getKey()), entry.getValue().wording());
        }
        checkedUpTo = document.at("checked_up_to_zh").text();
        countsAsAttempt = Condition.of(settings.at("obtained_counts_as_attempt"));
        nearShare = settings.at("near_share").number();
        for (Map.Entry<String, Node> fact : document.at("words").entries().entrySet()) {
            Map<String, String> accepted = new LinkedHashMap<>();
            for (Map.Entry<String, Node> entry : fact.getValue().entries().entrySet()) {
                for (String word : entry.getValue().texts()) {
                    accepted.put(word, entry.getKey());
                }
            }
            words.put(fact.getKey(), accepted);
        }
    }

    static RuleBook shipped() {
        return Shipped.BOOK;
    }

    private static final class Shipped {
        static final RuleBook BOOK = ShippedData.read(RuleBook.class, FILE, RuleBook::new);
    }

    List<DeadlineRule> deadlines() {
        return deadlines;
    }

    List<TierRule> tierRules() {
        return tierRules;
    }

    List<Rule> rules() {
        return rules;
    }

    List<Wording> disclaimers() {
        return disclaimers;
    }

    Map<Tier, Integer> prosecutionYears() {
        return prosecutionYears;
    }

    Wording prosecutionLabel() {
        return prosecutionLabel;
    }

    Wording prosecutionReading() {
        return prosecutionReading;
    }

    /** Names the range of punishment from which the years were derived. */
    Wording prosecutionRange(Tier tier) {
        return required(prosecutionRanges.get(tier), tier.name());
    }

    /** Returns up to which day the law was checked, in Chinese. */
    String checkedUpToInChinese() {
        return checkedUpTo;
    }

    Condition countsAsAttempt() {
        return countsAsAttempt;
    }

    BigDecimal nearShare() {
        return nearShare;
    }

    Set<String> warningCodes() {
        return Set.copyOf(warnings.keySet());
    }

    Wording meaning(Tier tier) {
        return required(tiers.get(tier), tier.name());
    }

    Wording warning(String code) {
        return required(warnings.get(code), code);
    }

    /** Returns the name that stands for this word in a file of facts, or the word itself. */
    String canonical(String fact, String word) {
        return words.getOrDefault(fact, Map.of()).getOrDefault(word, word);
    }

    Span span(String name) {
        return read(settings.at(name), Span::of);
    }

    String setting(String name) {
        return read(settings.at(name), Node::text);
    }

    List<String> settings(String name) {
        return read(settings.at(name), Node::texts);
    }

    Wording sentence(String name) {
        return read(sentences.at(name), Node::wording);
    }

    /** Returns what a line is called, such as "large". */
    Wording lineName(Tier tier) {
        return read(sentences.at("lines").at(tier.name()), Node::wording);
    }

    /** Says what another fact would mean. */
    Wording change(String fact) {
        return read(changes.at(fact), Node::wording);
    }

    /** Returns what a value of a fact is called in sentences. */
    Wording factWord(Enum<?> value) {
        String name = value.name().toLowerCase(Locale.ROOT);
        return read(
                factWords.at(value.getDeclaringClass().getSimpleName()).at(name), Node::wording);
    }

    private static <T> T read(Node node, ShippedData.Reader<T> reader) {
        try {
            return reader.read(node);
        } catch (Failure e) {
            throw new IllegalStateException(FILE, e);
        }
    }

    private static Wording required(@org.jspecify.annotations.Nullable Wording found, String name) {
        if (found == null) {
            throw new IllegalStateException("no text for " + name);
        }
        return found;
    }
}
