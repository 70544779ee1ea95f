package org.pengjiang.appeal.directory;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What would happen to an appeal, and why. Nothing is kept.
 *
 * @param because the decision in one sentence
 * @param steps what was asked in turn, and what it said
 */
@Schema(name = "DispatchPreview")
record PreviewView(
        Outcome outcome,

        @Schema(description = "code of the unit that would answer for it 责任单位") @Nullable String accountableUnit,

        @Nullable UUID classId,
        @Nullable UUID ruleId,
        boolean assumption,
        String because,
        List<Step> steps) {

    /** Who would handle it. */
    @Schema(name = "DispatchOutcome")
    enum Outcome {
        SPECIAL_CLASS,
        UNIT,
        NOBODY
    }

    /** One question and its answer. */
    @Schema(name = "DispatchStep")
    record Step(Asked asked, boolean hit, String says) {}

    /** Who is asked, in this order. */
    @Schema(name = "DispatchAsked")
    enum Asked {
        PROJECT,
        DIRECTORY
    }
}
