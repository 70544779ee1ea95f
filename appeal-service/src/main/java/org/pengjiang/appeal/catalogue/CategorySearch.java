package org.pengjiang.appeal.catalogue;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.policy.Nature;
import org.pengjiang.appeal.model.policy.Urgency;
import org.pengjiang.kit.text.LongText;

/** What somebody is about to appeal about. */
record CategorySearch(
        @NotNull @LongText(max = 4000) @Schema(description = "the matter in one's own words 诉求内容", examples = "厂区停水")
        String text,

        @Nullable Nature nature,
        @Nullable Urgency urgency) {

    Nature natureOrHelp() {
        return nature == null ? Nature.HELP : nature;
    }

    Urgency urgencyOrOrdinary() {
        return urgency == null ? Urgency.ORDINARY : urgency;
    }
}
