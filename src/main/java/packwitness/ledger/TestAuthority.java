package packwitness.ledger;

import packwitness.value.Failure;

import java.nio.file.Path;
import java.time.Clock;

/**
 * A local authority for trying things out, with a CA of its own kept in a folder; its names say
 * TEST and 测试, and its stamps prove nothing to others. Safe for any thread.
 */
public final class TestAuthority implements TimestampAuthority {
    private TestAuthority() {}

    /** Opens the authority kept in the folder, or makes a new one there. */
    public static TestAuthority make(Path folder, Clock clock) throws Failure {
        throw new IllegalStateException("not yet");
    }

    @Override
    public String name() {
        return "TEST 测试";
    }

    @Override
    public AuthorityKind kind() {
        return AuthorityKind.TEST;
    }

    @Override
    public byte[] stamp(byte[] request) throws Failure {
        throw new IllegalStateException("not yet");
    }
}
