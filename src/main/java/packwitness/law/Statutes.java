package packwitness.law;

import packwitness.value.Failure;
import packwitness.value.Wording;
import packwitness.yaml.Node;
import packwitness.yaml.ShippedData;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The catalogue of provisions with the dates of their versions; immutable. */
public final class Statutes {
    private static final String FILE = "catalogue.yaml";

    private final Map<String, Provision> byId;
    private final String compiledOn;
    private final String checkedUpTo;
    private final Wording disclaimer;

    private Statutes(Node document) throws Failure {
        byId = new LinkedHashMap<>();
        for (Node node : document.at("provisions").items()) {
            Provision provision = provision(node);
            if (byId.put(provision.id(), provision) != null) {
                throw node.at("id").unreadable();
            }
        }
        Node meta = document.at("meta");
        compiledOn = meta.at("compiled_on").text();
        checkedUpTo = meta.at("law_checked_up_to").text();
        disclaimer = new Wording(meta.at("disclaimer_zh").text(), meta.at("disclaimer_en").text());
    }

    /** Returns the catalogue shipped with the program. */
    public static Statutes shipped() {
        return Shipped.STATUTES;
    }

    private static final class Shipped {
        static final Statutes STATUTES = ShippedData.read(Statutes.class, FILE, Statutes::new);
    }

    /** Returns all provisions in the order of the catalogue. */
    public List<Provision> all() {
        return List.copyOf(byId.values());
    }

    /** Returns the provision of this id. */
    public Optional<Provision> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Returns the provisions in force on this day, in the order of the catalogue. */
    public List<Provision> inForceOn(LocalDate day) {
        return byId.values().stream().filter(provision -> provision.inForceOn(day)).toList();
    }

    /**
     * Returns the version of this provision in force on this day: itself, an earlier or a later
     * one; empty where the catalogue has none.
     */
    public Optional<Provision> versionOn(String id, LocalDate day) {
        Optional<Provision> earlier = find(id);
        while (earlier.isPresent() && !earlier.get().inForceOn(day)) {
            earlier = earlier.get().supersedes().flatMap(this::find);
        }
        Optional<Provision> later = find(id);
        while (later.isPresent() && !later.get().inForceOn(day)) {
            later = later.get().supersededBy().flatMap(this::find);
        }
        return earlier.isPresent() ? earlier : later;
    }

    /** Returns the day on which the catalogue was compiled, as printed in every paper. */
    public String compiledOn() {
        return compiledOn;
    }

    /** Returns up to which day the law was checked, in English as compiled. */
    public String checkedUpTo() {
        return checkedUpTo;
    }

    /** Returns the sentence that every paper carries. */
    public Wording disclaimer() {
        return disclaimer;
    }

    Provision require(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException("no provision " + id));
    }

    private static Provision provision(Node node) throws Failure {
        List<String> notes = new ArrayList<>();
        for (Node note : node.at("notes").items()) {
            notes.add(note.text());
        }
        return new Provision(
                node.at("id").text(),
                node.at("instrument").text(),
                new Wording(node.at("instrument_zh").text(), node.at("instrument_en").text()),
                node.at("issuing_body").optionalText().orElse(""),
                node.at("document_number").optionalText(),
                node.at("document_number_verified").flag(false),
                node.at("article").text(),
                node.at("paragraph").optionalText(),
                node.at("text").optionalText().orElse(""),
                node.at("verified").flag(false),
                node.at("text_complete").flag(false),
                node.at("gloss_en").optionalText().orElse(""),
                node.at("in_force_from").date(),
                node.at("in_force_from_verified").flag(false),
                node.at("in_force_to").optionalDate(),
                node.at("supersedes").optionalText(),
                node.at("superseded_by").optionalText(),
                new LinkedHashSet<>(node.at("tags").texts()),
                Strength.valueOf(node.at("strength").text().toUpperCase(Locale.ROOT)),
                new Wording(node.at("proposition_zh").text(), node.at("proposition_en").text()),
                node.at("limits").optionalText(),
                node.at("limits_printed").isAbsent()
                        ? Optional.empty()
                        : Optional.of(node.at("limits_printed").wording()),
                node.at("points_en").texts(),
                notes,
                node.at("source").at("id").optionalText().orElse(""),
                node.at("exact_sources").isAbsent() ? 0 : node.at("exact_sources").whole());
    }
}
