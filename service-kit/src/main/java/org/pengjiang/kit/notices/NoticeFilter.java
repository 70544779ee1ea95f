package org.pengjiang.kit.notices;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.KeyText;

/** What the record of letters can be narrowed to. */
public record NoticeFilter(
        @Parameter(description = "what became of them 状态") @QueryParam("state") @Nullable NoticeState state,

        @Parameter(description = "about this subject") @QueryParam("subject") @Nullable UUID subject,

        @Parameter(description = "to this account, unit, role or enterprise 收件方")
        @QueryParam("recipient")
        @Size(min = 1, max = 64) @Nullable String recipient) {
    public NoticeFilter {
        recipient = KeyText.ofNullable(recipient);
    }
}
