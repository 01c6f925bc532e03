package packwitness.inspect;

import packwitness.inspect.c2pa.C2paReport;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns the report on Content Credentials into signs. */
final class SignsOfC2pa {
    private static final String PLACE = "c2pa";

    private SignsOfC2pa() {}

    static List<Sign> of(C2paReport report) {
        List<Sign> signs = new ArrayList<>();
        if (!report.remote().isEmpty() && !report.present())
            signs.add(
                    new Sign(
                            SignKind.C2PA_REMOTE,
                            Strength.C,
                            false,
                            PLACE,
                            Map.of("address", report.remote())));
        if (!report.present()) return signs;
        signs.add(main(report));
        if (!report.ingredientsIntact() && report.intact())
            signs.add(
                    new Sign(
                            SignKind.C2PA_BROKEN_INGREDIENT,
                            Strength.C,
                            false,
                            PLACE,
                            Map.of("failures", String.join(" ", report.ingredientFailures()))));
        return signs;
    }

    /** Says whether the declaration of AI stands in manifests that hold. */
    static boolean declaresAi(C2paReport report) {
        return report.intact()
                && (report.aiInActive() || report.aiDeclared() && report.ingredientsIntact());
    }

    private static Sign main(C2paReport report) {
        if (isBroken(report)) return sign(SignKind.C2PA_BROKEN, Strength.C, false, report);
        if (!report.readable()) return sign(SignKind.C2PA_UNREADABLE, Strength.C, false, report);
        if (declaresAi(report))
            return report.trusted()
                    ? sign(SignKind.C2PA_AI_TRUSTED, Strength.A, false, report)
                    : sign(SignKind.C2PA_AI_UNTRUSTED, Strength.B, false, report);
        if (report.camera() && report.trusted())
            return sign(SignKind.C2PA_CAMERA_TRUSTED, Strength.A, true, report);
        return sign(SignKind.C2PA_NO_AI, Strength.B, report.camera(), report);
    }

    /** Says whether something does not fit, as against something that could not be read. */
    static boolean isBroken(C2paReport report) {
        return report.present() && report.mismatched();
    }

    private static Sign sign(
            SignKind kind, Strength strength, boolean forTheBuyer, C2paReport report) {
        Map<String, String> facts = new LinkedHashMap<>();
        put(facts, "signer", report.signer());
        put(facts, "generator", report.generator());
        put(facts, "signed_at", report.signedAt());
        put(facts, "source_types", String.join(" ", report.digitalSourceTypes()));
        put(facts, "failures", String.join(" ", report.failures()));
        return new Sign(kind, strength, forTheBuyer, PLACE, facts);
    }

    private static void put(Map<String, String> facts, String name, String value) {
        if (!value.isEmpty()) facts.put(name, value);
    }
}
