package packwitness.law;

import packwitness.value.Wording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a qualification as maps, lists and strings in the vocabulary of the scenarios. */
final class QualificationJson {
    private QualificationJson() {}

    static Map<String, Object> of(Qualification from) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("tier", from.tier().name());
        put(json, "tier_meaning", from.tierMeaning());
        json.put("tier_alternatives", from.tierAlternatives().stream().map(Tier::name).toList());
        Map<String, Object> byForum = new LinkedHashMap<>();
        from.forums().forEach(forum -> byForum.put(forum.code(), forum.tier().name()));
        json.put("tier_by_forum", byForum);
        json.put("cumulative_obtained", from.cumulativeObtained().yuan());
        json.put("cumulative_attempted", from.cumulativeAttempted().yuan());
        json.put("two_years_obtained", from.twoYearsObtained().yuan());
        json.put("two_years_attempted", from.twoYearsAttempted().yuan());
        json.put("must_cite", from.mustCite().stream().map(Citation::id).toList());
        json.put("may_cite", from.mayCite().stream().map(Citation::id).toList());
        json.put("must_not_cite", from.mustNotCite().stream().map(Barred::id).toList());
        json.put("warnings", from.warnings().stream().map(Warning::code).toList());
        json.put("deadlines", from.deadlines().stream().map(QualificationJson::deadline).toList());
        json.put(
                "explanation", from.explanation().stream().map(QualificationJson::reason).toList());
        json.put("changes", from.changes().stream().map(QualificationJson::change).toList());
        json.put("citations", citations(from));
        json.put("barred", from.mustNotCite().stream().map(QualificationJson::barred).toList());
        json.put(
                "warning_texts", from.warnings().stream().map(QualificationJson::warning).toList());
        json.put("forums", from.forums().stream().map(QualificationJson::forum).toList());
        json.put("disclaimers", from.disclaimers().stream().map(QualificationJson::both).toList());
        return json;
    }

    private static List<Object> citations(Qualification from) {
        List<Object> result = new ArrayList<>();
        from.mustCite().forEach(citation -> result.add(citation(citation)));
        from.mayCite().forEach(citation -> result.add(citation(citation)));
        return result;
    }

    private static Map<String, Object> citation(Citation citation) {
        Provision provision = citation.provision();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", citation.id());
        json.put("title", provision.title());
        json.put("in_force_from", provision.inForceFrom().toString());
        provision.inForceTo().ifPresent(end -> json.put("in_force_to", end.toString()));
        json.put("strength", provision.strength().name().toLowerCase(Locale.ROOT));
        json.put("quotable", provision.quotable().isPresent());
        put(json, "supports", citation.supports());
        provision.limits().ifPresent(limits -> json.put("limits", limits));
        json.put("why", citation.why().stream().map(QualificationJson::both).toList());
        json.put("rules", citation.rules());
        return json;
    }

    private static Map<String, Object> barred(Barred barred) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", barred.id());
        put(json, "why", barred.why());
        json.put("rule", barred.rule());
        return json;
    }

    private static Map<String, Object> warning(Warning warning) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", warning.code());
        put(json, "text", warning.text());
        return json;
    }

    private static Map<String, Object> deadline(Deadline deadline) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", deadline.name());
        json.put("date", deadline.date().toString());
        json.put("act", deadline.act().toString());
        json.put("passed", deadline.passed());
        json.put("provision", deadline.provision().id());
        put(json, "label", deadline.label());
        put(json, "reading", deadline.reading());
        return json;
    }

    private static Map<String, Object> reason(Reason reason) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("step", reason.step().name().toLowerCase(Locale.ROOT));
        json.put("rule", reason.rule());
        json.putAll(both(reason.text()));
        return json;
    }

    private static Map<String, Object> change(Change change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("fact", change.fact());
        change.amount().ifPresent(fen -> json.put("amount", fen.yuan()));
        change.forum().ifPresent(code -> json.put("forum", code));
        json.put("tier", change.tier().name());
        put(json, "text", change.text());
        return json;
    }

    private static Map<String, Object> line(Line line) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("tier", line.tier().name());
        json.put("from", line.from().yuan());
        return json;
    }

    private static Map<String, Object> forum(ForumResult forum) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", forum.code());
        put(json, "place", forum.place());
        json.put("tier", forum.tier().name());
        forum.figures().large().ifPresent(fen -> json.put("large", fen.yuan()));
        forum.figures().huge().ifPresent(fen -> json.put("huge", fen.yuan()));
        forum.figures().especiallyHuge().ifPresent(fen -> json.put("especially_huge", fen.yuan()));
        json.put("figures_used", forum.figuresUsed());
        json.put("status", forum.status());
        put(json, "source", forum.source());
        forum.missing().ifPresent(fen -> json.put("missing", fen.yuan()));
        json.put("obtained", forum.obtained().yuan());
        json.put("attempted", forum.attempted().yuan());
        json.put("lines", forum.lines().stream().map(QualificationJson::line).toList());
        return json;
    }

    private static Map<String, Object> both(Wording wording) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("zh", wording.zh());
        json.put("en", wording.en());
        return json;
    }

    private static void put(Map<String, Object> json, String name, Wording wording) {
        json.put(name, both(wording));
    }
}
