package packwitness.ledger;

import packwitness.value.Sha256;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** C5 and C6: one time stamp of one checkpoint. */
final class StampCheck {
    private final TokenReader reader;
    private final Findings findings;

    StampCheck(TrustList trust, Findings findings) {
        this.reader = new TokenReader(trust);
        this.findings = findings;
    }

    /** Returns the token where its cryptography is in order, whoever issued it. */
    Optional<Token> check(String about, byte[] request, byte[] response, byte[] note) {
        try {
            Token token = reader.read(request, response, note);
            worth(about, token);
            return Optional.of(token);
        } catch (TokenReader.Refused e) {
            findings.failed("C5", about, e.word());
            return Optional.empty();
        }
    }

    /** Tells whether a STAMP row says of the token what the token says. */
    boolean fits(Entry row, Token token, Note note, byte[] request, byte[] response) {
        return row.kind() == EntryKind.STAMP
                && Sha256.of(request).hex().equals(row.facts().get("request"))
                && Sha256.of(response).hex().equals(row.facts().get("response"))
                && token.token().hex().equals(row.facts().get("token"))
                && Long.toString(note.size()).equals(row.facts().get("size"))
                && Long.toString(token.genTime().toEpochMilli())
                        .equals(row.facts().get("gen_time"));
    }

    /** Tells until when the newest stamp can be renewed. */
    void lasts(String about, Token token) {
        findings.add(
                "C5",
                new Finding(
                        token.kind() == AuthorityKind.COMMERCIAL
                                ? Outcome.PASSED
                                : Outcome.UNDECIDED,
                        about,
                        "stamp.lasts",
                        List.of(token.ends().toString())));
    }

    /** The device clock against the stamp, at the moment the stamp came back. */
    void clock(String about, Entry row, Instant genTime) {
        Duration offset = Duration.between(genTime, row.at());
        findings.add(
                "C13",
                new Finding(
                        offset.abs().compareTo(Duration.ofMinutes(2)) <= 0
                                ? Outcome.PASSED
                                : Outcome.UNDECIDED,
                        about,
                        "clock.offset",
                        List.of(Long.toString(offset.toSeconds()))));
    }

    private void worth(String about, Token token) {
        switch (token.kind()) {
            case COMMERCIAL -> {
                findings.passed("C5", about, "stamp.valid", token.genTime(), token.authority());
                findings.passed("C6", about, "stamp.outside", token.root());
            }
            case TEST -> {
                findings.undecided("C5", about, "stamp.validTest", token.genTime());
                findings.undecided("C6", about, "stamp.test", token.authority());
            }
            case SELF_MADE -> {
                findings.undecided("C5", about, "stamp.validUnknown", token.genTime());
                findings.failed("C6", about, "stamp.selfMade", token.root());
            }
        }
    }
}
