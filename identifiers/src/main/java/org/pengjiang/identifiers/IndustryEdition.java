package org.pengjiang.identifiers;

import org.jspecify.annotations.Nullable;

/** The edition of GB/T 4754: one code means different things in different editions, so it is stored with every code. */
public enum IndustryEdition {
    GBT_4754_2011("GB/T 4754-2011"),
    GBT_4754_2017("GB/T 4754-2017");

    private final String standard;

    IndustryEdition(String standard) {
        this.standard = standard;
    }

    /**
     * @param raw the name of the standard, such as {@code GB/T 4754-2017}
     * @throws InvalidIdentifier {@code INDUSTRY_EDITION_UNKNOWN}
     */
    public static IndustryEdition parse(@Nullable String raw) {
        for (IndustryEdition edition : values()) {
            if (raw != null && edition.standard.equals(KeyText.trimmed(raw))) {
                return edition;
            }
        }
        throw new InvalidIdentifier(
                "INDUSTRY_EDITION_UNKNOWN",
                "The edition is GB/T 4754-2011 or GB/T 4754-2017.",
                "行业分类版本须为GB/T 4754-2011或GB/T 4754-2017。");
    }

    /** The name of the standard: what is stored and sent. */
    public String standard() {
        return standard;
    }

    @Override
    public String toString() {
        return standard;
    }
}
