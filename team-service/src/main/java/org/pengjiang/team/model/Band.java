package org.pengjiang.team.model;

import java.math.BigDecimal;

/** Size of a project by its planned total at signing; a larger band includes the smaller ones. */
public enum Band {
    BELOW_100M("0"),
    FROM_100M("100000000"),
    FROM_500M("500000000"),
    FROM_1BN("1000000000"),
    FROM_2BN("2000000000"),
    FROM_5BN("5000000000");

    private final BigDecimal fromYuan;

    Band(String fromYuan) {
        this.fromYuan = new BigDecimal(fromYuan);
    }

    public BigDecimal fromYuan() {
        return fromYuan;
    }

    public static Band of(BigDecimal totalYuan) {
        Band band = BELOW_100M;
        for (Band candidate : values()) {
            if (totalYuan.compareTo(candidate.fromYuan) >= 0) {
                band = candidate;
            }
        }
        return band;
    }
}
