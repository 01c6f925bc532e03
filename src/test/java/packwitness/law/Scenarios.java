package packwitness.law;

import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;

import packwitness.value.Failure;
import packwitness.yaml.Node;
import packwitness.yaml.ShippedData;

import java.util.List;
import java.util.Objects;

/** The scenarios shipped with the law data. */
final class Scenarios {
    private Scenarios() {}

    static List<Node> all() {
        return ShippedData.read(
                Qualifier.class, "cases.yaml", document -> document.at("cases").items());
    }

    /** Returns those of ours that stand beside the tests. */
    static List<Node> more() {
        return ShippedData.read(
                Qualifier.class, "more-cases.yaml", document -> document.at("cases").items());
    }

    /** Returns the facts of a scenario as the text of a file. */
    static String facts(Node scenario) {
        Object facts = Objects.requireNonNull(scenario.at("facts").value());
        return new Dump(DumpSettings.builder().build()).dumpToString(facts);
    }

    static ActFacts read(String id) {
        try {
            for (Node scenario : all()) {
                if (scenario.at("id").text().equals(id)) {
                    return ActFacts.fromYaml(facts(scenario));
                }
            }
        } catch (Failure e) {
            throw new IllegalStateException(id, e);
        }
        throw new IllegalStateException(id);
    }
}
