package org.pengjiang.appeal.handling;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.lifecycle.AppealState;

/** What became of each appeal that was to be signed for, in the order in which they were named. */
record SignaturesView(List<SignedAppeal> items) {
    /** @param problem why it was not signed for; the others are all the same */
    record SignedAppeal(
            UUID id,

            @Schema(description = "as the answer of signAppeal would have 状态码", examples = "200")
            int status,

            @Nullable AppealState state,
            @Nullable Long version,
            @Nullable SigningRefusal problem) {
        static SignedAppeal signed(UUID id, AppealState state, long version) {
            return new SignedAppeal(id, 200, state, version, null);
        }

        static SignedAppeal refused(UUID id, SigningRefusal why) {
            return new SignedAppeal(id, why.status(), null, null, why);
        }
    }

    /** As a problem document says it (RFC 9457). */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record SigningRefusal(
            String type,
            String title,
            int status,
            String detail,
            String code,
            @Nullable AppealState state,
            @Nullable List<String> allowedCommands,
            @Nullable Long currentVersion) {}
}
