package org.pengjiang.appeal.model;

/** What an appeal may be about, as the catalogue says. */
public record Category(
        int version,
        String code,
        String nameZh,
        String nameEn,
        TimeClass timeClass,
        boolean rated,
        boolean assumption) {}
