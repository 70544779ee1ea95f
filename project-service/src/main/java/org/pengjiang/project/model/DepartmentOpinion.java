package org.pengjiang.project.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a department was asked and, once it has answered, what it says.
 *
 * @param department the unit's code
 */
@Embeddable
public record DepartmentOpinion(
        @Column(name = "department") String department,
        @Column(name = "due_on") LocalDate dueOn,

        @Enumerated(EnumType.STRING) @Column(name = "verdict") @Nullable Verdict verdict,

        @Column(name = "text") @Nullable String text,
        @Column(name = "given_by") @Nullable String givenBy,
        @Column(name = "given_at") @Nullable Instant givenAt) {

    static DepartmentOpinion asked(String department, LocalDate dueOn) {
        return new DepartmentOpinion(department, dueOn, null, null, null, null);
    }

    boolean isOverdueOn(LocalDate today) {
        return verdict == null && today.isAfter(dueOn);
    }
}
