package org.pengjiang.appeal.catalogue;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.pengjiang.appeal.model.policy.TimeClass;

/** Categories that may fit, the likeliest first. */
record CategoryCandidates(List<Candidate> items) {
    /** A category of the catalogue in force. */
    @Schema(name = "CategoryCandidate")
    record Candidate(
            @Schema(examples = "A04") String code,
            String nameZh,
            String nameEn,

            @Schema(description = "that an appeal under it would probably get 预计时限等级")
            TimeClass timeClass,

            @Schema(description = "terms of the category that the text holds 命中词")
            List<String> terms) {}
}
