package org.pengjiang.kit.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event after which a command has to be decided anew.
 *
 * @param title what it is called in the caller's language
 * @param version the version of the aggregate after it
 * @param actor the account that acted; absent for a party, to whom the government is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DecisiveChange(
        String type,
        @Nullable String title,
        Instant occurredAt,
        long version,
        @Nullable String actor) {}
