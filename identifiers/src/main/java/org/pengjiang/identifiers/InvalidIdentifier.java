package org.pengjiang.identifiers;

/** The one refusal of this module: the given text or number is no such value. Its code is part of the contract. */
public final class InvalidIdentifier extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Finding finding;

    public InvalidIdentifier(Finding finding) {
        super(finding.code() + ": " + finding.detail());
        this.finding = finding;
    }

    InvalidIdentifier(String code, String detail, String detailZh) {
        this(new Finding(code, detail, detailZh));
    }

    public Finding finding() {
        return finding;
    }

    /** Stable, in SCREAMING_SNAKE. */
    public String code() {
        return finding.code();
    }

    public String detail() {
        return finding.detail();
    }

    public String detailZh() {
        return finding.detailZh();
    }
}
