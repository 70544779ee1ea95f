package org.pengjiang.kit.notices;

/**
 * Whom a letter goes to.
 *
 * @param name the account, the code of the unit, the role (of the subject's division), or the enterprise's credit code
 */
public record Recipient(Kind kind, String name) {
    /** Each has its own address in {@code notice_address}. */
    public enum Kind {
        ACCOUNT,
        UNIT,
        ROLE,
        PARTY
    }

    public static Recipient account(String account) {
        return new Recipient(Kind.ACCOUNT, account);
    }

    public static Recipient unit(String code) {
        return new Recipient(Kind.UNIT, code);
    }

    public static Recipient role(String role) {
        return new Recipient(Kind.ROLE, role);
    }

    public static Recipient party(String creditCode) {
        return new Recipient(Kind.PARTY, creditCode);
    }
}
