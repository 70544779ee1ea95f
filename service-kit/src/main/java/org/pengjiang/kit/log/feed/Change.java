package org.pengjiang.kit.log.feed;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.identity.NamedAccount;

/** One row of the log as the feed shows it. What is private to the service is not among it. */
@Schema(name = "Change")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Change(
        UUID id,
        @Schema(examples = "setting.changed.v1") String type,
        String subjectType,
        UUID subject,

        @Schema(description = "1, 2, 3 … over all changes of the subject")
        long subjectVersion,

        @Schema(examples = "440703101") String division,

        @Schema(description = "the account that acted; absent for a party's own feed") @NamedAccount @Nullable String actor,

        OffsetDateTime occurredAt,

        @Schema(type = SchemaType.OBJECT, implementation = Object.class) @JsonRawValue
        String data,

        @Schema(
                description = "the subject as it stands now, with expand=subject",
                type = SchemaType.OBJECT,
                implementation = Object.class)
        @Nullable Object subjectNow,

        @JsonIgnore FeedCursor position) {

    Change withSubject(@Nullable Object view) {
        return new Change(
                id, type, subjectType, subject, subjectVersion, division, actor, occurredAt, data, view, position);
    }
}
