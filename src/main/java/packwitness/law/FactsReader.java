package packwitness.law;

import packwitness.value.Failure;
import packwitness.value.Fen;
import packwitness.yaml.Node;
import packwitness.yaml.YamlProblem;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads facts from the vocabulary of the scenarios; what it does not know it lists. */
final class FactsReader {
    private static final String FILE = "facts.yaml";

    private static final Set<String> KNOWN =
            Set.of(
                    "as_of",
                    "acts",
                    "forum_candidates",
                    "threshold_override",
                    "same_person_proved",
                    "goods_returned",
                    "refund_by",
                    "merchant_believed",
                    "ai_evidence",
                    "label",
                    "platform",
                    "competitor_linked",
                    "third_party",
                    "buyer_age",
                    "reported_on",
                    "knew_on",
                    "filed_on",
                    "punished_on");
    private static final Set<String> KNOWN_OF_ACT =
            Set.of(
                    "date",
                    "amount",
                    "outcome",
                    "account",
                    "kind",
                    "repaid",
                    "knew_on",
                    "dealt_with",
                    "media");
    private static final Set<String> KNOWN_OF_PLATFORM =
            Set.of("heard_merchant", "automatic", "rule_forced");

    private final RuleBook book = RuleBook.shipped();
    private final Node facts;
    private final ActFacts.Builder builder;

    private FactsReader(Node facts) throws Failure {
        this.facts = facts;
        builder = ActFacts.on(day(facts.at("as_of")));
    }

    static ActFacts read(String yaml) throws Failure {
        Node document = Node.parse(FILE, yaml);
        Node facts = document.at("facts").isMap() ? document.at("facts") : document;
        if (!facts.isMap()) {
            throw facts.isAbsent()
                    ? new Failure(YamlProblem.MISSING, "as_of", FILE)
                    : facts.unreadable();
        }
        return new FactsReader(facts).read();
    }

    private ActFacts read() throws Failure {
        noteUnknown(facts, KNOWN);
        Node acts = facts.at("acts");
        if (acts.items().isEmpty()) {
            throw acts.missing();
        }
        for (Node act : acts.items()) {
            builder.act(act(act));
        }
        for (String forum : facts.at("forum_candidates").texts()) {
            builder.forum(forum);
        }
        Node override = facts.at("threshold_override");
        if (!override.isAbsent()) {
            builder.override(Thresholds.figures(override));
        }
        builder.samePersonShown(facts.at("same_person_proved").flag(false))
                .goodsReturned(choice("goods_returned", facts, GoodsReturned.NONE))
                .refundBy(choice("refund_by", facts, RefundBy.NONE))
                .merchantBelieved(facts.at("merchant_believed").flag(true))
                .deceitEvidence(choice("ai_evidence", facts, DeceitEvidence.NONE))
                .competitorLinked(facts.at("competitor_linked").flag(false))
                .thirdPartyInvolved(facts.at("third_party").flag(false))
                .platform(platform(facts.at("platform")));
        label(facts.at("label"));
        if (!facts.at("buyer_age").isAbsent()) {
            builder.buyerAge(age(facts.at("buyer_age")));
        }
        optionalDay(facts.at("reported_on")).ifPresent(builder::reportedOn);
        optionalDay(facts.at("knew_on")).ifPresent(builder::knewOn);
        optionalDay(facts.at("filed_on")).ifPresent(builder::filedOn);
        optionalDay(facts.at("punished_on")).ifPresent(builder::punishedOn);
        return builder.build();
    }

    private Act act(Node node) throws Failure {
        if (!node.isMap()) {
            throw node.unreadable();
        }
        noteUnknown(node, KNOWN_OF_ACT);
        return new Act(
                day(node.at("date")),
                node.at("amount").yuan(),
                required("outcome", node),
                node.at("account").optionalText(),
                choice("kind", node, ClaimKind.REFUND),
                node.at("repaid").optionalYuan().orElse(Fen.ZERO),
                optionalDay(node.at("knew_on")),
                node.at("dealt_with").flag(false));
    }

    /** Years beyond these are slips of the pen, and sums of them would leave the calendar. */
    private static LocalDate day(Node node) throws Failure {
        LocalDate day = node.date();
        if (day.getYear() < 1900 || day.getYear() > 2999) {
            throw node.unreadable();
        }
        return day;
    }

    private static Optional<LocalDate> optionalDay(Node node) throws Failure {
        return node.isAbsent() ? Optional.empty() : Optional.of(day(node));
    }

    private static int age(Node node) throws Failure {
        int years = node.whole();
        if (years < 0 || years > 150) {
            throw node.unreadable();
        }
        return years;
    }

    private Outcome required(String name, Node parent) throws Failure {
        Node node = parent.at(name);
        String word = book.canonical(name, node.text());
        for (Outcome outcome : Outcome.values()) {
            if (outcome.name().equalsIgnoreCase(word)) {
                return outcome;
            }
        }
        throw node.unreadable();
    }

    /** A label may be given by its state alone. */
    private void label(Node node) throws Failure {
        if (node.isMap()) {
            noteUnknown(node, Set.of("state", "evidence"));
            builder.label(choice("label", node.at("state"), LabelState.UNKNOWN));
        } else {
            builder.label(choice("label", node, LabelState.UNKNOWN));
        }
    }

    private PlatformConduct platform(Node node) throws Failure {
        if (!node.isAbsent() && !node.isMap()) {
            throw node.unreadable();
        }
        noteUnknown(node, KNOWN_OF_PLATFORM);
        return new PlatformConduct(
                node.at("heard_merchant").flag(true),
                node.at("automatic").flag(false),
                node.at("rule_forced").flag(false));
    }

    private <E extends Enum<E>> E choice(String name, Node parent, E whenAbsent) throws Failure {
        Node node = parent.isMap() ? parent.at(name) : parent;
        if (node.isAbsent()) {
            return whenAbsent;
        }
        String word = node.text();
        String meant = book.canonical(name, word).toUpperCase(Locale.ROOT);
        for (E value : whenAbsent.getDeclaringClass().getEnumConstants()) {
            if (value.name().equals(meant)) {
                return value;
            }
        }
        builder.unread(node.place() + " = " + word);
        return whenAbsent;
    }

    private void noteUnknown(Node node, Set<String> known) throws Failure {
        for (Map.Entry<String, Node> entry : node.entries().entrySet()) {
            if (!known.contains(entry.getKey()) && !entry.getValue().isAbsent()) {
                builder.unread(entry.getValue().place());
            }
        }
    }
}
