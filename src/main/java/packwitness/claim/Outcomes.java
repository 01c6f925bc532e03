package packwitness.claim;

import packwitness.claim.ClaimStatistics.Group;
import packwitness.ledger.EntryKind;
import packwitness.ledger.Ledger;
import packwitness.storage.Row;
import packwitness.storage.Vault;
import packwitness.value.ClaimId;
import packwitness.value.Failure;
import packwitness.value.Fen;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How claims ended and what decided them; every word said stays. Safe for any thread. */
public final class Outcomes {
    private final Vault vault;
    private final Ledger ledger;
    private final ClaimBook claims;

    Outcomes(Vault vault, Ledger ledger, ClaimBook claims) {
        this.vault = vault;
        this.ledger = ledger;
        this.claims = claims;
    }

    /** Records how the claim ended; what was said before stays and no longer counts. */
    public RefundClaim say(ClaimId id, NewOutcome outcome) throws Failure {
        RefundClaim claim = claims.show(id);
        Fen recovered = recovered(claim, outcome);
        vault.database()
                .write(tx -> {
                    Optional<String> paper =
                            outcome.paper().isPresent()
                                    ? outcome.paper()
                                    : tx.first(
                                            "SELECT addressee FROM dossier WHERE claim_id = ?"
                                                    + " ORDER BY id DESC LIMIT 1",
                                            row -> row.text("addressee"),
                                            id.value());
                    tx.run(
                            "INSERT INTO claim_outcome (id, claim_id, state, decisive, paper,"
                                    + " recovered, note, at) VALUES (?,?,?,?,?,?,?,?)",
                            tx.nextId(),
                            id.value(),
                            outcome.state(),
                            outcome.decisive(),
                            paper,
                            recovered,
                            outcome.note(),
                            tx.now());
                    tx.run(
                            "UPDATE claim SET state = ?, decided_by = ? WHERE id = ?",
                            outcome.state(),
                            outcome.note(),
                            id.value());
                    return ledger.append(
                            tx,
                            EntryKind.CLAIM,
                            claim.step("outcome")
                                    .with("state", outcome.state())
                                    .with("decisive", outcome.decisive())
                                    .with("paper", paper)
                                    .with("recovered_fen", recovered)
                                    .secret("decided_by", outcome.note()));
                });
        return claims.show(id);
    }

    private static Fen recovered(RefundClaim claim, NewOutcome outcome) throws Failure {
        Fen said =
                outcome.recovered()
                        .orElse(outcome.state() == ClaimState.WON ? claim.amount() : Fen.ZERO);
        if (said.amount() < 0 || said.compareTo(claim.amount()) > 0)
            throw new Failure(ClaimProblem.BAD_VALUE, "recovered", said);
        return said;
    }

    /** Returns all that was said of how the claim ended, the newest first. */
    public List<ClaimOutcome> of(ClaimId id) throws Failure {
        return vault.database()
                .read(tx ->
                        tx.list(
                                "SELECT * FROM claim_outcome WHERE claim_id = ? ORDER BY id DESC",
                                Outcomes::outcome,
                                id.value()));
    }

    private static ClaimOutcome outcome(Row row) throws SQLException {
        return new ClaimOutcome(
                ClaimState.valueOf(row.text("state")),
                Decisive.valueOf(row.text("decisive")),
                row.maybeText("paper"),
                new Fen(row.number("recovered")),
                row.text("note"),
                row.instant("at"));
    }

    /** Counts the claims filed on these days, both included. */
    public ClaimStatistics statistics(LocalDate from, LocalDate to) throws Failure {
        Map<Long, ClaimOutcome> newest = new HashMap<>();
        vault.database()
                .read(tx -> {
                    tx.each(
                            "SELECT * FROM claim_outcome ORDER BY id",
                            row -> newest.put(row.number("claim_id"), outcome(row)));
                    return newest;
                });
        List<Ended> all = new ArrayList<>();
        for (RefundClaim claim : claims.list())
            if (!claim.filedOn().isBefore(from) && !claim.filedOn().isAfter(to))
                all.add(
                        new Ended(
                                claim,
                                claim.state() == ClaimState.OPEN
                                        ? Optional.empty()
                                        : Optional.ofNullable(newest.get(claim.id().value()))));
        return new ClaimStatistics(
                group("", all),
                groups(all, one -> Optional.of(one.claim().platform().strip())),
                groups(all, one -> Optional.of(one.claim().reason().strip())),
                groups(all, one -> one.outcome().flatMap(ClaimOutcome::paper)),
                groups(all, one -> one.outcome().map(said -> said.decisive().name())));
    }

    /** A claim with how it ended, where it has. */
    private record Ended(RefundClaim claim, Optional<ClaimOutcome> outcome) {
        Duration took() {
            return outcome.map(said -> Duration.between(claim.openedAt(), said.at()))
                    .orElse(Duration.ZERO);
        }
    }

    private static List<Group> groups(List<Ended> all, Function<Ended, Optional<String>> name) {
        Map<String, List<Ended>> groups = new LinkedHashMap<>();
        for (Ended one : all)
            name.apply(one)
                    .ifPresent(
                            key -> groups.computeIfAbsent(key, none -> new ArrayList<>()).add(one));
        return groups.entrySet().stream()
                .map(entry -> group(entry.getKey(), entry.getValue()))
                .sorted(
                        Comparator.comparingInt(Group::claims)
                                .reversed()
                                .thenComparing(Group::name))
                .toList();
    }

    private static Group group(String name, List<Ended> claims) {
        List<Ended> closed = claims.stream().filter(one -> one.outcome().isPresent()).toList();
        List<Duration> took = closed.stream().map(Ended::took).sorted().toList();
        Fen recovered =
                sum(closed, one -> one.outcome().map(ClaimOutcome::recovered).orElse(Fen.ZERO));
        Fen closedSum = sum(closed, one -> one.claim().amount());
        return new Group(
                name,
                claims.size(),
                count(claims, ClaimState.OPEN),
                count(claims, ClaimState.WON),
                count(claims, ClaimState.LOST),
                count(claims, ClaimState.WITHDRAWN),
                sum(claims, one -> one.claim().amount()),
                recovered,
                new Fen(closedSum.amount() - recovered.amount()),
                took.isEmpty() ? Optional.empty() : Optional.of(took.get((took.size() - 1) / 2)));
    }

    private static int count(List<Ended> claims, ClaimState state) {
        return (int) claims.stream().filter(one -> one.claim().state() == state).count();
    }

    private static Fen sum(List<Ended> claims, Function<Ended, Fen> amount) {
        return claims.stream().map(amount).reduce(Fen.ZERO, Fen::plus);
    }
}
