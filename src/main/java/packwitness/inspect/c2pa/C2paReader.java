package packwitness.inspect.c2pa;

import packwitness.inspect.container.Bytes;
import packwitness.inspect.container.Damage;
import packwitness.inspect.container.PictureFile;
import packwitness.inspect.container.Piece;
import packwitness.inspect.container.PieceKind;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Answers the four questions about the Content Credentials of a file; stateless. */
public final class C2paReader {
    private static final int MOST_MANIFESTS = 200;
    private static final Set<String> AI =
            Set.of(
                    "trainedAlgorithmicMedia",
                    "compositeWithTrainedAlgorithmicMedia",
                    "compositeSynthetic");
    private static final Set<String> CAPTURES = Set.of("digitalCapture", "computationalCapture");

    private final PictureFile file;
    private final TrustList trust;
    private final Instant today;
    private final Set<String> failures = new TreeSet<>();
    private final Set<String> ingredientFailures = new TreeSet<>();
    private final Map<String, Manifest> store = new LinkedHashMap<>();

    private C2paReader(PictureFile file, TrustList trust, Instant today) {
        this.file = file;
        this.trust = trust;
        this.today = today;
    }

    /**
     * Reads the file.
     *
     * @param remote address of a manifest that the file's XMP names, empty where none is
     * @param today the date on which certificates are judged
     */
    public static C2paReport read(PictureFile file, String remote, TrustList trust, Instant today) {
        List<Piece> pieces = file.pieces(PieceKind.MANIFEST);
        if (pieces.isEmpty()) return C2paReport.remoteOnly(remote);
        return new C2paReader(file, trust, today).report(pieces, remote);
    }

    private C2paReport report(List<Piece> pieces, String remote) {
        if (pieces.size() > 1 && !allUpdates(pieces)) failures.add(Failures.STORE_MANY);
        try {
            for (Piece piece : pieces) load(piece.bytes());
        } catch (Damage e) {
            failures.add(Failures.GENERAL);
        }
        if (store.isEmpty()) {
            failures.add(Failures.CLAIM_MISSING);
            return unread(remote);
        }
        Manifest active = List.copyOf(store.values()).getLast();
        Set<String> redacted = redacted();
        SignatureCheck signature = check(active, redacted, failures);
        bind(active);
        for (Manifest manifest : store.values())
            if (manifest != active) check(manifest, redacted, ingredientFailures);
        for (Manifest manifest : store.values())
            Ingredients.check(manifest, store, redacted, ingredientFailures);
        ingredientFailures.removeIf(Failures::isOfTrust);
        return report(active, signature, remote);
    }

    private C2paReport report(Manifest active, SignatureCheck signature, String remote) {
        Set<String> types = new TreeSet<>();
        Set<String> actions = new TreeSet<>();
        for (Manifest manifest : store.values()) {
            Statements statements = Statements.of(manifest);
            types.addAll(statements.sourceTypes());
            actions.addAll(statements.actions());
        }
        Statements own = Statements.of(active);
        return new C2paReport(
                true,
                failures.stream().noneMatch(Failures::isUnreadable),
                remote,
                Failures.leaveIntact(failures),
                ingredientFailures.isEmpty(),
                signature.trusted(),
                types.stream().anyMatch(AI::contains),
                own.sourceTypes().stream().anyMatch(AI::contains),
                own.sourceTypes().stream().anyMatch(CAPTURES::contains),
                List.copyOf(failures),
                List.copyOf(ingredientFailures),
                signature.signer(),
                signature.algorithm(),
                active.generator(),
                signature.signedAt(),
                store.size(),
                List.copyOf(types),
                List.copyOf(actions));
    }

    private C2paReport unread(String remote) {
        return new C2paReport(
                true,
                false,
                remote,
                false,
                false,
                false,
                false,
                false,
                false,
                List.copyOf(failures),
                List.of(),
                "",
                "",
                "",
                "",
                0,
                List.of(),
                List.of());
    }

    /** Box files may keep the original store and its updates apart. */
    private static boolean allUpdates(List<Piece> pieces) {
        return pieces.getFirst().name().equals("original")
                && pieces.stream().skip(1).allMatch(piece -> piece.name().equals("update"));
    }

    private void load(Bytes bytes) throws Damage {
        for (JumbfBox box : JumbfBox.read(bytes)) {
            if (!box.label().equals("c2pa")) continue;
            for (JumbfBox child : box.children()) {
                if (!child.type().equals("jumb")) continue;
                if (store.size() >= MOST_MANIFESTS) throw new Damage("too many manifests");
                // The same label twice would let one manifest hide behind the other.
                if (store.putIfAbsent(child.label(), Manifest.of(child)) != null)
                    failures.add(Failures.STORE_MANY);
            }
        }
    }

    private Set<String> redacted() {
        Set<String> addresses = new TreeSet<>();
        for (Manifest manifest : store.values())
            manifest.claim()
                    .path("redacted_assertions")
                    .forEach(address -> addresses.add(address.asText("")));
        return addresses;
    }

    private SignatureCheck check(Manifest manifest, Set<String> redacted, Set<String> found) {
        if (!manifest.problem().isEmpty()) {
            found.add(manifest.problem());
            return new SignatureCheck("", "", "", false);
        }
        HashedUris.check(manifest, redacted, found);
        return SignatureCheck.of(manifest, trust, today, found);
    }

    private void bind(Manifest active) {
        Manifest bound = active;
        List<Manifest> passed = new ArrayList<>();
        while (bound.update() && !passed.contains(bound)) {
            passed.add(bound);
            Optional<Manifest> parent = Ingredients.parent(bound, store);
            if (parent.isEmpty()) break;
            bound = parent.get();
        }
        if (bound.problem().isEmpty()) HardBinding.check(bound, file, failures);
    }
}
