package packwitness.law;

import packwitness.value.Wording;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the provisions that rules call for and keeps only versions that hold on their day. */
final class CitationBook {
    private static final class Found {
        final List<Wording> why = new ArrayList<>();
        final List<String> rules = new ArrayList<>();

        void add(Rule rule, Wording reason) {
            if (!why.contains(reason)) {
                why.add(reason);
            }
            if (!rules.contains(rule.id())) {
                rules.add(rule.id());
            }
        }
    }

    private record Key(Provision provision, Use use) {}

    private final Statutes statutes;
    private final RuleBook book;
    private final LocalDate report;
    private final LocalDate filing;
    private final Map<Key, Found> must = new LinkedHashMap<>();
    private final Map<Key, Found> may = new LinkedHashMap<>();
    private final Map<Key, Barred> barred = new LinkedHashMap<>();
    private final Set<Key> never = new LinkedHashSet<>();
    private boolean versionMissing;

    CitationBook(Statutes statutes, RuleBook book, LocalDate report, LocalDate filing) {
        this.statutes = statutes;
        this.book = book;
        this.report = report;
        this.filing = filing;
    }

    /** Takes what a rule calls for; the acts are those it speaks of. */
    void take(Rule rule, List<LocalDate> acts, Wording why) {
        boolean anyHeld = false;
        for (Pull pull : rule.cite()) {
            anyHeld |= pull(rule, pull, acts, why, must);
        }
        versionMissing |= rule.expectsVersion() && !anyHeld;
        for (Pull pull : rule.may()) {
            pull(rule, pull, acts, why, may);
        }
        for (Pull pull : rule.bar()) {
            bar(rule, pull, why);
        }
        for (Pull pull : rule.never()) {
            bar(rule, pull, why);
            never.add(new Key(statutes.require(pull.id()), pull.use()));
        }
    }

    /** Returns whether a rule that expects a version found none for its day. */
    boolean isVersionMissing() {
        return versionMissing;
    }

    private boolean pull(
            Rule rule, Pull pull, List<LocalDate> acts, Wording why, Map<Key, Found> into) {
        Provision provision = statutes.require(pull.id());
        List<LocalDate> days = days(pull, provision, acts);
        if (days.stream().noneMatch(provision::inForceOn)) {
            if (pull.use() == Use.BASIS) {
                Key key = new Key(provision, Use.BASIS);
                barred.putIfAbsent(
                        key,
                        new Barred(
                                provision,
                                Use.BASIS,
                                notInForce(provision, days.getFirst()),
                                rule.id()));
            }
            return false;
        }
        Use use = allowed(pull.use(), provision);
        Map<Key, Found> target = use == Use.BASIS ? into : may;
        target.computeIfAbsent(new Key(provision, use), unused -> new Found()).add(rule, why);
        return true;
    }

    /** Unread texts may only be named, disputed ones only warned of, whatever a rule says. */
    private static Use allowed(Use asked, Provision provision) {
        if (asked != Use.BASIS) {
            return asked;
        }
        if (!provision.verified()) {
            return Use.NAMED_ONLY;
        }
        return provision.strength() == Strength.DISPUTED ? Use.WARNING : Use.BASIS;
    }

    private List<LocalDate> days(Pull pull, Provision provision, List<LocalDate> acts) {
        boolean step =
                switch (pull.day()) {
                    case ACT -> false;
                    case STEP -> true;
                    case AS_TAGGED -> provision.followsStep();
                };
        return step ? List.of(step(provision)) : acts;
    }

    /** A step before the authorities is the report, one before the court the filing. */
    private LocalDate step(Provision provision) {
        boolean authority =
                provision.tags().contains("criminal")
                        || provision.tags().contains("administrative");
        return authority ? report : filing;
    }

    private void bar(Rule rule, Pull pull, Wording why) {
        Provision provision = statutes.require(pull.id());
        barred.put(
                new Key(provision, pull.use()), new Barred(provision, pull.use(), why, rule.id()));
    }

    private Wording notInForce(Provision provision, LocalDate day) {
        Wording end =
                provision
                        .inForceTo()
                        .map(date -> new Wording(date.toString(), date.toString()))
                        .orElseGet(() -> book.sentence("no_end"));
        return Marks.none()
                .word("date", day.toString())
                .word("from", provision.inForceFrom().toString())
                .word("to", end)
                .fill(book.sentence("not_in_force"));
    }

    List<Citation> mustCite() {
        return citations(must, key -> never.contains(key));
    }

    List<Citation> mayCite() {
        return citations(
                may,
                key ->
                        must.containsKey(new Key(key.provision(), Use.BASIS))
                                || key.use() == Use.BASIS && never.contains(key)
                                || key.use() != Use.BASIS
                                        && may.containsKey(new Key(key.provision(), Use.BASIS)));
    }

    List<Barred> mustNotCite() {
        List<Barred> result = new ArrayList<>();
        for (Map.Entry<Key, Barred> entry : barred.entrySet()) {
            Key key = entry.getKey();
            if (never.contains(key) || !must.containsKey(key) && !may.containsKey(key)) {
                result.add(entry.getValue());
            }
        }
        return result;
    }

    private interface Dropped {
        boolean test(Key key);
    }

    private static List<Citation> citations(Map<Key, Found> from, Dropped dropped) {
        List<Citation> result = new ArrayList<>();
        for (Map.Entry<Key, Found> entry : from.entrySet()) {
            Key key = entry.getKey();
            if (!dropped.test(key)) {
                result.add(
                        new Citation(
                                key.provision(),
                                key.use(),
                                key.provision().proposition(),
                                entry.getValue().why,
                                entry.getValue().rules));
            }
        }
        return result;
    }
}
