package org.pengjiang.appeal.model.evaluation;

import java.math.BigInteger;
import java.util.UUID;
import org.pengjiang.kit.crypto.Digest;

/** Which appeals a sample takes: decided by a hash of the appeal, so that nobody can choose and everybody can check. */
public final class Sample {
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    private Sample() {}

    /** @param what is sampled */
    public static boolean takes(UUID appeal, String what, int percent) {
        byte[] hash = Digest.of(Digest.bytes(appeal.toString()), Digest.bytes(what));
        return new BigInteger(1, hash).mod(HUNDRED).intValue() < percent;
    }
}
