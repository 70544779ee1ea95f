package org.pengjiang.appeal.model.confidentiality;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.neighbours.UnitKey;
import org.pengjiang.kit.identity.Caller;

/**
 * Whether an appeal is confidential, and the unit that it is about: this unit neither handles nor sees it.
 *
 * @param district where the code of the unit is unique
 */
@Embeddable
public record Confidentiality(
        @Column(name = "confidentiality", updatable = false) @Enumerated(EnumType.STRING)
        ConfidentialityGrade grade,

        @Column(name = "about_district", updatable = false) @Nullable String district,

        @Column(name = "about_unit", updatable = false) @Nullable String unit) {
    public static final Confidentiality OPEN = new Confidentiality(ConfidentialityGrade.OPEN, null, null);

    public static Confidentiality of(ConfidentialityGrade grade, Optional<UnitKey> about) {
        return new Confidentiality(
                grade,
                about.map(UnitKey::district).orElse(null),
                about.map(UnitKey::code).orElse(null));
    }

    public Optional<UnitKey> about() {
        return district == null || unit == null ? Optional.empty() : Optional.of(new UnitKey(district, unit));
    }

    public boolean isConfidential() {
        return grade == ConfidentialityGrade.CONFIDENTIAL;
    }

    /** Whether the caller belongs to the unit that it is about. */
    public boolean isAbout(Caller caller) {
        return about().filter(unit -> unit.isOf(caller)).isPresent();
    }
}
