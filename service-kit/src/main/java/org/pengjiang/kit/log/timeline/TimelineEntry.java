package org.pengjiang.kit.log.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.identity.NamedAccount;

/**
 * One thing that happened to an aggregate, as its log has it.
 *
 * @param actor the account that acted, and in which roles; both absent for a party, to whom the government is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TimelineEntry(
        UUID id,
        long version,
        String type,
        Instant occurredAt,
        @NamedAccount @Nullable String actor,
        @Nullable String actorRole,
        JsonNode data) {

    TimelineEntry withoutActor() {
        return new TimelineEntry(id, version, type, occurredAt, null, null, data);
    }
}
