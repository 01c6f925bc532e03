package packwitness.scan;

import packwitness.value.Failure;
import packwitness.yaml.Node;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads a file of rules; a fault names its place. */
final class RulesReader {
    private static final int LONGEST_PATTERN = 300;
    private static final Set<String> SECTIONS =
            Set.of(
                    "version",
                    "carriers",
                    "countries",
                    "anything",
                    "parts",
                    "orders",
                    "products",
                    "others",
                    "web",
                    "inside",
                    "gs1",
                    "layouts",
                    "punctuation");
    private static final Set<String> SHAPE =
            Set.of("pattern", "check", "names", "tail", "date", "source", "checked");

    private final Set<String> countries;

    private RulesReader(Set<String> countries) {
        this.countries = countries;
    }

    /**
     * Reads one document.
     *
     * @param base the rules that stay where the document has none of its own
     */
    static RuleSet read(Node yaml, RuleSet base) throws Failure {
        yaml.knowing(SECTIONS);
        Set<String> countries = new HashSet<>(base.countries());
        for (String country : yaml.at("countries").optionalText().orElse("").split("\\s+"))
            if (!country.isEmpty()) countries.add(country);
        RulesReader reader = new RulesReader(countries);
        return new RuleSet(
                countries,
                reader.carriers(yaml.at("carriers")),
                reader.shapes(yaml.at("orders")),
                reader.shapes(yaml.at("products")),
                reader.others(yaml.at("others")),
                reader.web(yaml.at("web")),
                reader.inside(yaml.at("inside")),
                new Gs1(reader.gs1(yaml.at("gs1"))),
                reader.layouts(yaml.at("layouts")),
                reader.optional(yaml.at("anything"), base.anything()),
                reader.optional(yaml.at("parts"), base.parts()),
                keys(yaml.at("punctuation").knowing(Set.of("typed", "meant"))));
    }

    private List<CarrierRules> carriers(Node list) throws Failure {
        List<CarrierRules> carriers = new ArrayList<>();
        for (Node item : list.items()) {
            item.knowing(Set.of("code", "zh", "en", "shapes"));
            Carrier carrier =
                    new Carrier(item.at("code").text(), item.at("zh").text(), item.at("en").text());
            List<Shape> shapes = shapes(item.at("shapes"));
            if (shapes.isEmpty()) throw item.at("shapes").missing();
            carriers.add(new CarrierRules(carrier, shapes));
        }
        return carriers;
    }

    private List<Shape> shapes(Node list) throws Failure {
        List<Shape> shapes = new ArrayList<>();
        for (Node item : list.items()) shapes.add(shape(item.knowing(SHAPE)));
        return shapes;
    }

    private Shape shape(Node item) throws Failure {
        sourced(item);
        Node check = item.at("check");
        Optional<CheckRule> rule = Optional.empty();
        if (!check.isAbsent()) {
            rule = CheckRule.named(check.text());
            if (rule.isEmpty()) throw check.unreadable();
        }
        int tail = item.at("tail").whole(0);
        LinePattern pattern = pattern(item.at("pattern"));
        return new Shape(
                pattern,
                rule,
                item.at("names").flag(false),
                tail,
                item.at("date").flag(false),
                countries);
    }

    /** A rule without its source cannot be checked again, so it is refused. */
    private static void sourced(Node item) throws Failure {
        item.at("source").text();
        try {
            LocalDate.parse(item.at("checked").text());
        } catch (DateTimeException e) {
            throw item.at("checked").unreadable();
        }
    }

    private List<OtherRule> others(Node list) throws Failure {
        List<OtherRule> others = new ArrayList<>();
        for (Node item : list.items()) {
            item.knowing(Set.of("kind", "pattern", "source", "checked"));
            sourced(item);
            others.add(new OtherRule(kind(item.at("kind")), pattern(item.at("pattern"))));
        }
        return others;
    }

    private static Scan.Kind kind(Node item) throws Failure {
        String name = item.text();
        for (Scan.Kind kind : Scan.Kind.values()) if (kind.name().equals(name)) return kind;
        throw item.unreadable();
    }

    private List<WebRule> web(Node list) throws Failure {
        List<WebRule> rules = new ArrayList<>();
        for (Node item : list.items()) {
            item.knowing(Set.of("hosts", "keys", "path", "source", "checked"));
            sourced(item);
            List<String> hosts = texts(item.at("hosts"));
            if (hosts.isEmpty()) throw item.at("hosts").missing();
            Node path = item.at("path");
            rules.add(
                    new WebRule(
                            hosts,
                            Set.copyOf(texts(item.at("keys"))),
                            path.isAbsent()
                                    ? Optional.empty()
                                    : Optional.of(within(path, ".*", ".*"))));
        }
        return rules;
    }

    private List<LinePattern> inside(Node list) throws Failure {
        List<LinePattern> patterns = new ArrayList<>();
        for (Node item : list.items()) {
            item.knowing(Set.of("pattern", "source", "checked"));
            sourced(item);
            patterns.add(within(item.at("pattern"), "", ""));
        }
        return patterns;
    }

    private List<Gs1.Element> gs1(Node list) throws Failure {
        List<Gs1.Element> elements = new ArrayList<>();
        for (Node item : list.items()) {
            item.knowing(Set.of("ai", "length", "is"));
            Gs1.Meaning meaning =
                    switch (item.at("is").optionalText().orElse("")) {
                        case "waybill" -> Gs1.Meaning.WAYBILL;
                        case "product" -> Gs1.Meaning.PRODUCT;
                        case "" -> Gs1.Meaning.NOTHING;
                        default -> throw item.at("is").unreadable();
                    };
            elements.add(
                    new Gs1.Element(item.at("ai").text(), item.at("length").whole(0), meaning));
        }
        return elements;
    }

    private List<Keyboard> layouts(Node list) throws Failure {
        List<Keyboard> layouts = new ArrayList<>();
        for (Node item : list.items()) {
            item.knowing(Set.of("name", "typed", "meant"));
            layouts.add(new Keyboard(item.at("name").text(), keys(item)));
        }
        return layouts;
    }

    private static Map<Integer, String> keys(Node item) throws Failure {
        if (item.isAbsent()) return Map.of();
        int[] typed = item.at("typed").text().codePoints().toArray();
        int[] meant = item.at("meant").text().codePoints().toArray();
        if (typed.length != meant.length) throw item.at("meant").unreadable();
        Map<Integer, String> keys = new HashMap<>();
        for (int i = 0; i < typed.length; i++) keys.put(typed[i], Character.toString(meant[i]));
        return keys;
    }

    private static List<String> texts(Node list) throws Failure {
        List<String> texts = new ArrayList<>();
        for (Node item : list.items()) texts.add(item.text().strip().toLowerCase(Locale.ROOT));
        return texts;
    }

    private Optional<LinePattern> optional(Node item, Optional<LinePattern> otherwise)
            throws Failure {
        return item.isAbsent() ? otherwise : Optional.of(pattern(item));
    }

    private LinePattern pattern(Node item) throws Failure {
        return within(item, "", "", 0, 0);
    }

    /** Returns a pattern that must have a first group, which is the number. */
    private LinePattern within(Node item, String before, String after) throws Failure {
        return within(item, before, after, 1, Pattern.CASE_INSENSITIVE);
    }

    private LinePattern within(Node item, String before, String after, int groups, int flags)
            throws Failure {
        String text = item.text();
        try {
            if (text.length() > LONGEST_PATTERN) throw bad(ScanProblem.PATTERN_BAD, item, text);
            LinePattern pattern = new LinePattern(Pattern.compile(before + text + after, flags));
            if (pattern.pattern().matcher("").groupCount() < groups)
                throw bad(ScanProblem.PATTERN_BAD, item, text);
            if (!pattern.isQuick()) throw bad(ScanProblem.PATTERN_SLOW, item, text);
            return pattern;
        } catch (PatternSyntaxException e) {
            throw bad(ScanProblem.PATTERN_BAD, item, text);
        }
    }

    private static Failure bad(ScanProblem problem, Node item, String pattern) {
        return new Failure(
                problem,
                item.file(),
                item.place(),
                pattern.length() > 60 ? pattern.substring(0, 60) + "…" : pattern);
    }
}
