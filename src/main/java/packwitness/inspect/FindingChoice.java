package packwitness.inspect;

import packwitness.inspect.c2pa.C2paReport;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Chooses the strongest statement that the file alone supports. */
final class FindingChoice {
    private FindingChoice() {}

    static FindingKind of(boolean picture, C2paReport c2pa, List<Sign> signs) {
        if (!picture) return FindingKind.NOT_A_PICTURE;
        Set<SignKind> kinds = signs.stream().map(Sign::kind).collect(Collectors.toSet());
        if (SignsOfC2pa.declaresAi(c2pa))
            return c2pa.trusted()
                    ? FindingKind.AI_DECLARED_SIGNED_TRUSTED
                    : FindingKind.AI_DECLARED_SIGNED_UNTRUSTED_SIGNER;
        if (kinds.contains(SignKind.LABEL_SIGNED)) return FindingKind.AI_LABEL_SIGNED;
        if (kinds.contains(SignKind.LABEL_IS_AI)
                || kinds.contains(SignKind.LABEL_MAY_BE_AI)
                || kinds.contains(SignKind.LABEL_SUSPECTED_AI))
            return FindingKind.AI_LABEL_UNSIGNED;
        // A manifest that does not fit outranks whatever unsigned traces stand beside it.
        if (kinds.contains(SignKind.C2PA_BROKEN)) return FindingKind.C2PA_BROKEN;
        if (kinds.contains(SignKind.C2PA_UNREADABLE)) return FindingKind.C2PA_UNREADABLE;
        if (kinds.contains(SignKind.IPTC_AI_TYPE) || kinds.contains(SignKind.GENERATOR_TRACE))
            return FindingKind.AI_TRACE_UNSIGNED;
        if (kinds.contains(SignKind.LABEL_MALFORMED)
                || kinds.contains(SignKind.LABEL_SIGNATURE_BAD))
            return FindingKind.AI_LABEL_MALFORMED;
        return withoutAi(c2pa, kinds);
    }

    private static FindingKind withoutAi(C2paReport c2pa, Set<SignKind> kinds) {
        if (kinds.contains(SignKind.C2PA_BROKEN_INGREDIENT))
            return FindingKind.C2PA_BROKEN_INGREDIENT;
        if (c2pa.present()) return FindingKind.C2PA_PRESENT_NO_AI;
        if (kinds.contains(SignKind.C2PA_REMOTE)) return FindingKind.C2PA_REMOTE_ONLY;
        if (kinds.contains(SignKind.EDITOR_NAMED)) return FindingKind.EDIT_SOFTWARE_NAMED;
        if (kinds.contains(SignKind.CAMERA_FACTS)) return FindingKind.CAMERA_EXIF_UNSIGNED;
        return FindingKind.NOTHING_FOUND;
    }
}
