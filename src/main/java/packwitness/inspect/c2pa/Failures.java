package packwitness.inspect.c2pa;

import java.util.Collection;

/** The failure codes of the C2PA specification that we give, and what they mean to us. */
final class Failures {
    static final String ALGORITHM = "algorithm.unsupported";
    static final String ASSERTION_MISSING = "assertion.missing";
    static final String ASSERTION_MISMATCH = "assertion.hashedURI.mismatch";
    static final String ASSERTION_UNDECLARED = "assertion.undeclared";
    static final String ASSERTION_OUTSIDE = "assertion.outsideManifest";
    static final String BINDING_MISSING = "claim.hardBindings.missing";
    static final String BINDINGS_MANY = "claim.multiple.hardBindings";
    static final String CLAIM_MISSING = "claim.missing";
    static final String SIGNATURE_MISSING = "claimSignature.missing";
    static final String SIGNATURE_MISMATCH = "claimSignature.mismatch";
    static final String DATA_MISMATCH = "assertion.dataHash.mismatch";
    static final String DATA_MALFORMED = "assertion.dataHash.malformed";
    static final String BOXES_MISMATCH = "assertion.boxesHash.mismatch";
    static final String BOXES_UNKNOWN = "assertion.boxesHash.unknownBox";
    static final String BMFF_MISMATCH = "assertion.bmffHash.mismatch";
    static final String INGREDIENT_MISMATCH = "ingredient.manifest.mismatch";
    static final String INGREDIENT_MISSING = "ingredient.manifest.missing";
    static final String STORE_MANY = "manifest.multipleStores";
    static final String UNTRUSTED = "signingCredential.untrusted";
    static final String EXPIRED = "signingCredential.expired";
    static final String CREDENTIAL = "signingCredential.invalid";
    static final String CBOR_INVALID = "assertion.cbor.invalid";
    static final String JSON_INVALID = "assertion.json.invalid";
    static final String GENERAL = "general.error";

    /** Ours: the binding has a form that we do not check, so nothing may be said of it. */
    static final String NOT_CHECKED = "packwitness.binding.notChecked";

    /** Ours: the manifest is packed and cannot be unpacked. */
    static final String COMPRESSED = "packwitness.manifest.compressed";

    private Failures() {}

    /** Says whether the code speaks of the signer only and leaves the bytes intact. */
    static boolean isOfTrust(String code) {
        return code.startsWith("signingCredential.") || code.startsWith("timeStamp.");
    }

    /** Says whether the code means that we could not find out, rather than that it does not fit. */
    static boolean isUnreadable(String code) {
        return code.equals(ALGORITHM)
                || code.equals(CLAIM_MISSING)
                || code.equals(SIGNATURE_MISSING)
                || code.equals(STORE_MANY)
                || code.equals(GENERAL)
                || code.equals(CBOR_INVALID)
                || code.equals(JSON_INVALID)
                || code.startsWith("packwitness.");
    }

    /** Says whether the manifest itself is not what the specification asks for. */
    static boolean isMalformed(String code) {
        return isUnreadable(code) && !code.startsWith("packwitness.");
    }

    static boolean leaveIntact(Collection<String> codes) {
        return codes.stream().allMatch(Failures::isOfTrust);
    }
}
