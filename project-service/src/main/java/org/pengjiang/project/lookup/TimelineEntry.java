package org.pengjiang.project.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/** One thing that happened to a project, as its log has it. */
record TimelineEntry(
        UUID id, long version, String type, Instant occurredAt, String actor, String actorRole, JsonNode data) {}
