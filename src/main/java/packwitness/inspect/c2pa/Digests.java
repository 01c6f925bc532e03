package packwitness.inspect.c2pa;

import com.fasterxml.jackson.databind.JsonNode;

import packwitness.inspect.container.Damage;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash algorithms that C2PA allows; a missing name is a fault, never a guess. */
final class Digests {
    private Digests() {}

    /** Returns the digest the nearest {@code alg} names. */
    static MessageDigest named(JsonNode nearest, JsonNode claim) throws Damage {
        String name = nearest.path("alg").asText(claim.path("alg").asText(""));
        try {
            return switch (name) {
                case "sha256" -> MessageDigest.getInstance("SHA-256");
                case "sha384" -> MessageDigest.getInstance("SHA-384");
                case "sha512" -> MessageDigest.getInstance("SHA-512");
                default -> throw new Damage(Failures.ALGORITHM);
            };
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
