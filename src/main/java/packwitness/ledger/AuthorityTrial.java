package packwitness.ledger;

import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequestGenerator;

import packwitness.value.Failure;
import packwitness.value.Sha256;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;

/** Asks an authority once, for an owner who wants to know whether it answers. */
public final class AuthorityTrial {
    private static final int NONCE_BITS = 64;
    private static final int BYTES = 32;

    private AuthorityTrial() {}

    /**
     * Asks for a stamp of random bytes; nothing of a shop is in the question.
     *
     * @throws Failure where it is silent, or its answer is no stamp of the question
     */
    public static void ask(TimestampAuthority authority) throws Failure {
        SecureRandom random = new SecureRandom();
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        try {
            TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            byte[] request =
                    generator
                            .generate(
                                    TSPAlgorithms.SHA256,
                                    Sha256.of(bytes).bytes(),
                                    new BigInteger(NONCE_BITS, random))
                            .getEncoded();
            new TokenReader(TrustList.shipped()).read(request, authority.stamp(request), bytes);
        } catch (TokenReader.Refused e) {
            throw new Failure(LedgerProblem.STAMP_WRONG, e, authority.name(), e.word());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
