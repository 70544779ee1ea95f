package org.pengjiang.appeal.model.filing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * With what it was handed in: up to four matters have one number and one query code. It has neither state nor clock.
 *
 * @param no of the submission, absent where the appeal was filed by itself
 * @param queryCodeHash {@link QueryCode#hash()}; absent where whoever filed gets no code
 */
@Embeddable
public record Submission(
        @Column(name = "submission_no", updatable = false) @Nullable String no,

        @Column(name = "query_code_hash", updatable = false) @Nullable String queryCodeHash) {

    /** Such as S-440703-2026-0001, after the first of its appeals: no other submission has that one. */
    public static String numberAfter(String firstAppealNo) {
        return "S" + firstAppealNo.substring(1);
    }
}
