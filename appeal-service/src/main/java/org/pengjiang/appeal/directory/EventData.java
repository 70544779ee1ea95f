package org.pengjiang.appeal.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the members of an event. One that its contract demands and that is not there parks the event: nothing is guessed. */
record EventData(JsonNode data) {
    String required(String field) {
        String value = optional(field);
        if (value == null) {
            throw new IllegalArgumentException("an event without " + field);
        }
        return value;
    }

    @Nullable String optional(String field) {
        JsonNode value = data.path(field);
        return value.isTextual() ? value.asText() : null;
    }

    UUID id(String field) {
        return UUID.fromString(required(field));
    }

    boolean flag(String field) {
        JsonNode value = data.path(field);
        if (!value.isBoolean()) {
            throw new IllegalArgumentException("an event without " + field);
        }
        return value.asBoolean();
    }

    /** Empty where it is absent. */
    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        data.path(field).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    List<EventData> parts(String field) {
        List<EventData> parts = new ArrayList<>();
        data.path(field).forEach(part -> parts.add(new EventData(part)));
        return parts;
    }
}
