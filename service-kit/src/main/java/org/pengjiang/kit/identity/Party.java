package org.pengjiang.kit.identity;

import java.util.Optional;

/**
 * The enterprise that a caller speaks for. The role ENTERPRISE makes the claim {@code enterprise} count; an official's token
 * that carries the claim is an official's.
 *
 * @param creditCode the unified social credit code, as the token writes it
 */
public record Party(String creditCode) {
    /** Of the people of an enterprise. */
    public static final String ROLE = "ENTERPRISE";

    private static final String PARTNER = "PARTNER";
    private static final String CLAIM = "enterprise";

    /** Empty for officials, and for a person of an enterprise whose token does not say which: they see nothing. */
    public static Optional<Party> of(Caller caller) {
        return isOutsider(caller) ? caller.claim(CLAIM).map(Party::new) : Optional.empty();
    }

    /** Whether the caller is of an enterprise: what lies in a division is not theirs to see. */
    public static boolean isOutsider(Caller caller) {
        return caller.hasRole(ROLE);
    }

    /** Whether the caller is of the administration: neither of an enterprise nor of a partner's system. */
    public static boolean isOfficial(Caller caller) {
        return !isOutsider(caller) && !caller.hasRole(PARTNER);
    }
}
