package packwitness.law;

import packwitness.value.Fen;
import packwitness.value.Wording;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One run from facts to qualification; used once by one thread. */
final class Inquiry {
    private final ActFacts facts;
    private final Statutes statutes;
    private final RuleBook book;
    private final CaseMarks caseMarks;
    private final LocalDate report;
    private final LocalDate filing;
    private final List<Act> acts;
    private final List<Scale> scales;
    private final DeadlineTable deadlines;
    private final Explanation explanation;
    private final Set<String> warnings = new LinkedHashSet<>();
    private final Set<Tier> alternatives = EnumSet.noneOf(Tier.class);

    Inquiry(ActFacts facts, Statutes statutes, RuleBook book, Scales scales) {
        this.facts = facts;
        this.statutes = statutes;
        this.book = book;
        this.caseMarks = new CaseMarks(facts, book, scales);
        this.report = facts.reportedOn().orElse(facts.asOf());
        this.filing = facts.filedOn().orElse(facts.asOf());
        this.acts = stillOpen(CaseMarks.newestLast(facts.acts()));
        this.scales = scales.of(facts, acts.getLast().date());
        this.deadlines = new DeadlineTable(book.deadlines(), acts, facts.knewOn(), report, filing);
        this.explanation = new Explanation(book);
    }

    /** Acts already dealt with count no more, unless there are no others to speak of. */
    private static List<Act> stillOpen(List<Act> all) {
        List<Act> open = all.stream().filter(act -> !act.dealtWith()).toList();
        return open.isEmpty() ? all : open;
    }

    /** What the amounts and the tier rules give, before any provision is looked for. */
    private record Weighed(
            Marks stated,
            Standing.Measure measure,
            List<Standing> people,
            Standing standing,
            Marks marks,
            Map<Standing.Place, TierDecision> decisions) {
        Map.Entry<Standing.Place, TierDecision> decisive() {
            return decisions.entrySet().stream()
                    .reduce((one, other) -> reachesMore(other, one) ? other : one)
                    .orElseThrow();
        }
    }

    private Weighed weigh() {
        Marks stated = caseMarks.withActs(caseMarks.stated(report), acts, deadlines);
        Standing.Measure measure =
                new Standing.Measure(
                        scales, book, book.countsAsAttempt().holds(stated, statutes), report);
        List<Standing> people =
                Sums.people(acts, facts.samePersonShown()).stream()
                        .map(person -> Standing.of(person, measure))
                        .toList();
        Standing standing = Standing.worst(people);
        int leftOut =
                facts.acts().size()
                        - people.stream().mapToInt(person -> person.counted().size()).sum();
        Marks marks = caseMarks.withStanding(stated, standing, people.size(), leftOut);
        return new Weighed(stated, measure, people, standing, marks, decide(standing, marks));
    }

    /** Answers with the tier and the places only: all that is asked where facts are tried out. */
    WhatIf.Outlook outlook() {
        Weighed weighed = weigh();
        Map.Entry<Standing.Place, TierDecision> decisive = weighed.decisive();
        return new WhatIf.Outlook(
                decisive.getValue().tier(), forums(weighed.decisions(), decisive.getKey()));
    }

    List<Deadline> deadlines() {
        Weighed weighed = weigh();
        Map.Entry<Standing.Place, TierDecision> decisive = weighed.decisive();
        Marks known = weighed.marks().with("tier", decisive.getValue().tier());
        return deadlines(known, weighed.standing(), decisive.getKey().tier());
    }

    Qualification answer() {
        Weighed weighed = weigh();
        List<Standing> people = weighed.people();
        Standing standing = weighed.standing();
        Marks marks = weighed.marks();
        Map<Standing.Place, TierDecision> decisions = weighed.decisions();
        Map.Entry<Standing.Place, TierDecision> decisive = weighed.decisive();
        Tier tier = decisive.getValue().tier();
        for (TierDecision decision : decisions.values()) {
            alternatives.add(decision.tier());
            alternatives.addAll(decision.alternatives());
            warnings.addAll(decision.warnings());
        }
        explainSums(people, standing, decisions, decisive, weighed.measure(), marks);

        Marks known = marks.with("tier", tier).word("place", decisive.getKey().scale().place());
        CitationBook citations = new CitationBook(statutes, book, report, filing);
        applyRules(known, standing, citations);
        if (citations.isVersionMissing()) {
            warnings.add(book.setting("version_missing_warning"));
        }
        alternatives.remove(tier);
        return new Qualification(
                tier,
                book.meaning(tier),
                List.copyOf(alternatives),
                most(people.stream().map(Standing::obtained).toList()),
                most(people.stream().map(Standing::attempted).toList()),
                recent(standing, Outcome.OBTAINED),
                recent(standing, Outcome.ATTEMPTED),
                citations.mustCite(),
                citations.mayCite(),
                citations.mustNotCite(),
                warnings.stream()
                        .map(code -> new Warning(code, known.fill(book.warning(code))))
                        .toList(),
                deadlines(known, standing, decisive.getKey().tier()),
                explanation.reasons(),
                forums(decisions, decisive.getKey()),
                List.of(),
                disclaimers());
    }

    private Map<Standing.Place, TierDecision> decide(Standing standing, Marks marks) {
        Map<Standing.Place, TierDecision> result = new LinkedHashMap<>();
        for (Standing.Place place : standing.places()) {
            result.put(place, new TierDecision(place, marks, book, statutes));
        }
        return result;
    }

    private static boolean reachesMore(
            Map.Entry<Standing.Place, TierDecision> one,
            Map.Entry<Standing.Place, TierDecision> other) {
        return one.getValue().tier().compareTo(other.getValue().tier()) > 0;
    }

    private void applyRules(Marks known, Standing standing, CitationBook citations) {
        List<LocalDate> days = acts.stream().map(Act::date).toList();
        List<Marks> ofActs =
                acts.stream().map(act -> caseMarks.withAct(known, act, deadlines)).toList();
        List<Marks> ofPlaces =
                standing.places().stream().map(place -> caseMarks.withForum(known, place)).toList();
        for (Rule rule : book.rules()) {
            switch (rule.each()) {
                case CASE -> take(rule, known, days, citations);
                case ACT ->
                        ofActs.forEach(
                                act -> take(rule, act, List.of(act.day("act_date")), citations));
                case FORUM -> ofPlaces.forEach(place -> take(rule, place, days, citations));
            }
        }
    }

    private void take(Rule rule, Marks marks, List<LocalDate> days, CitationBook citations) {
        if (!rule.when().holds(marks, statutes)) {
            return;
        }
        Wording why = marks.fill(rule.why());
        citations.take(rule, days, why);
        warnings.addAll(rule.warn());
        alternatives.addAll(rule.alternatives());
        explanation.add(Reason.Step.RULE, rule.id(), why);
    }

    private void explainSums(
            List<Standing> people,
            Standing standing,
            Map<Standing.Place, TierDecision> decisions,
            Map.Entry<Standing.Place, TierDecision> decisive,
            Standing.Measure measure,
            Marks marks) {
        explanation.sums(standing, recent(standing, Outcome.OBTAINED));
        for (Act act : facts.acts()) {
            if (!acts.contains(act)) {
                explanation.leftOut(act, "left_out_dealt");
            } else if (people.stream().noneMatch(person -> person.counted().contains(act))) {
                explanation.leftOut(act, "left_out_old");
            }
        }
        for (Map.Entry<Standing.Place, TierDecision> entry : decisions.entrySet()) {
            explanation.place(entry.getKey());
            entry.getValue().reasons().forEach(r -> explanation.add(r.step(), r.rule(), r.text()));
        }
        explanation.cumulation(decisive.getKey());
        if (decisions.size() > 1) {
            explanation.choice(decisive.getKey().scale());
        }
        if (people.size() > 1) {
            explainOnePerson(decisive.getValue().tier(), measure, marks);
        }
    }

    /** What would follow if one person were shown behind all accounts. */
    private void explainOnePerson(Tier tier, Standing.Measure measure, Marks marks) {
        Standing together = Standing.of(acts, measure);
        Tier most =
                decide(together, caseMarks.withStanding(marks, together, 1, 0)).values().stream()
                        .map(TierDecision::tier)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        if (most.compareTo(tier) > 0) {
            alternatives.add(most);
        }
        explanation.people(together.obtained().plus(together.attempted()), most);
    }

    private Fen recent(Standing standing, Outcome outcome) {
        LocalDate from = book.span("shown_window").before(facts.asOf());
        return Sums.all(
                Sums.of(standing.counted(), outcome).stream()
                        .filter(act -> !act.date().isBefore(from))
                        .toList());
    }

    private List<Deadline> deadlines(Marks known, Standing standing, Tier byAmount) {
        List<Deadline> result = new ArrayList<>();
        for (DeadlineTable.Row row : deadlines.rows()) {
            Marks marks = caseMarks.withAct(known, row.act(), deadlines);
            if (!row.rule().when().holds(marks, statutes)) {
                continue;
            }
            Marks words = marks.word("knowledge", row.knowledge().toString());
            row.rule().provisions().stream()
                    .map(statutes::require)
                    .filter(provision -> provision.inForceOn(row.act().date()))
                    .findFirst()
                    .ifPresent(provision ->
                            result.add(
                                    new Deadline(
                                            row.rule().name(),
                                            row.last(),
                                            row.act().date(),
                                            row.passed(),
                                            provision,
                                            row.rule().label(),
                                            words.fill(row.rule().reading()),
                                            row.rule().remind())));
        }
        result.addAll(prosecution(known, standing, byAmount));
        result.sort(Comparator.comparing(Deadline::date));
        return result;
    }

    private List<Deadline> prosecution(Marks known, Standing standing, Tier byAmount) {
        List<Deadline> result = new ArrayList<>();
        Integer years = book.prosecutionYears().get(byAmount);
        if (years == null || known.texts("tier").contains(Tier.T0_NO_BASIS.name())) {
            return result;
        }
        Provision provision = statutes.require(book.setting("prosecution_provision"));
        Wording reading =
                known.word("range", book.prosecutionRange(byAmount))
                        .word("years", years.toString())
                        .fill(book.prosecutionReading());
        for (Act act : standing.counted()) {
            LocalDate last = act.date().plusYears(years);
            result.add(
                    new Deadline(
                            book.setting("prosecution_name"),
                            last,
                            act.date(),
                            report.isAfter(last),
                            provision,
                            book.prosecutionLabel(),
                            reading,
                            false));
        }
        return result;
    }

    private List<ForumResult> forums(
            Map<Standing.Place, TierDecision> decisions, Standing.Place decisive) {
        List<ForumResult> result = new ArrayList<>();
        for (Map.Entry<Standing.Place, TierDecision> entry : decisions.entrySet()) {
            Scale scale = entry.getKey().scale();
            ForumResult forum =
                    new ForumResult(
                            scale.code(),
                            scale.place(),
                            entry.getValue().tier(),
                            scale.figures(),
                            scale.figuresUsed(),
                            scale.status(),
                            scale.document(),
                            scale.next(entry.getKey().done().all())
                                    .map(unused ->
                                            CaseMarks.missing(scale, entry.getKey().done().all())),
                            entry.getKey().done().all(),
                            entry.getKey().tried().all(),
                            lines(scale));
            result.add(entry.getKey() == decisive ? 0 : result.size(), forum);
        }
        return result;
    }

    private List<Line> lines(Scale scale) {
        return scale.certain().entrySet().stream()
                .filter(entry -> entry.getKey().amount() > 0)
                .map(entry ->
                        new Line(entry.getValue(), book.lineName(entry.getValue()), entry.getKey()))
                .toList();
    }

    private List<Wording> disclaimers() {
        Marks words =
                Marks.none()
                        .word("compiled", statutes.compiledOn())
                        .word(
                                "checked",
                                new Wording(book.checkedUpToInChinese(), statutes.checkedUpTo()));
        List<Wording> result = new ArrayList<>();
        result.add(statutes.disclaimer());
        book.disclaimers().forEach(sentence -> result.add(words.fill(sentence)));
        return result;
    }

    private static Fen most(List<Fen> amounts) {
        return amounts.stream().max(Comparator.naturalOrder()).orElse(Fen.ZERO);
    }
}
