package org.pengjiang.appeal.model.catalogue;

import org.pengjiang.appeal.model.policy.TimeClass;

/** What an appeal may be about, as the catalogue says. */
public record Category(
        int version,
        String code,
        String nameZh,
        String nameEn,
        TimeClass timeClass,
        boolean rated,
        boolean assumption) {}
