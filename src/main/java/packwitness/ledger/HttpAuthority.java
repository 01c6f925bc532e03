package packwitness.ledger;

import packwitness.value.Failure;

import java.net.URI;

/** An authority reached over HTTP, as the owner configured it. Safe for any thread. */
public final class HttpAuthority implements TimestampAuthority {
    private final String name;
    private final AuthorityKind kind;

    public HttpAuthority(String name, URI address, AuthorityKind kind) {
        this.name = name;
        this.kind = kind;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public AuthorityKind kind() {
        return kind;
    }

    @Override
    public byte[] stamp(byte[] request) throws Failure {
        throw new IllegalStateException("not yet");
    }
}
