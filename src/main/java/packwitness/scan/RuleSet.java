package packwitness.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules of one or more files, in the order in which they are asked. */
record RuleSet(
        Set<String> countries,
        List<CarrierRules> carriers,
        List<Shape> orders,
        List<Shape> products,
        List<OtherRule> others,
        List<WebRule> web,
        List<LinePattern> inside,
        Gs1 gs1,
        List<Keyboard> layouts,
        Optional<LinePattern> anything,
        Optional<LinePattern> parts,
        Map<Integer, String> punctuation) {
    RuleSet {
        countries = Set.copyOf(countries);
        carriers = List.copyOf(carriers);
        orders = List.copyOf(orders);
        products = List.copyOf(products);
        others = List.copyOf(others);
        web = List.copyOf(web);
        inside = List.copyOf(inside);
        layouts = List.copyOf(layouts);
        punctuation = Map.copyOf(punctuation);
    }

    static RuleSet empty() {
        return new RuleSet(
                Set.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Gs1(List.of()),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    /** Returns these rules with the countries of others. */
    RuleSet knowing(Set<String> known) {
        return new RuleSet(
                known,
                carriers,
                orders,
                products,
                others,
                web,
                inside,
                gs1,
                layouts,
                anything,
                parts,
                punctuation);
    }

    /** Returns these rules with others asked before them. */
    RuleSet after(RuleSet first) {
        return new RuleSet(
                first.countries,
                joined(first.carriers, carriers),
                joined(first.orders, orders),
                joined(first.products, products),
                joined(first.others, others),
                joined(first.web, web),
                joined(first.inside, inside),
                new Gs1(joined(first.gs1.elements(), gs1.elements())),
                joined(first.layouts, layouts),
                first.anything.or(() -> anything),
                first.parts.or(() -> parts),
                first.punctuation.isEmpty() ? punctuation : first.punctuation);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
