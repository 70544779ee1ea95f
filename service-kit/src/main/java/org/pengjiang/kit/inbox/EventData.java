package org.pengjiang.kit.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the members of an event. One that its contract demands and that is not there parks the event: nothing is guessed. */
public record EventData(JsonNode data) {
    public String text(String member) {
        return demanded(member, data.path(member).isTextual()).asText();
    }

    public boolean flag(String member) {
        return demanded(member, data.path(member).isBoolean()).booleanValue();
    }

    public long number(String member) {
        JsonNode number = data.path(member);
        return demanded(member, number.isIntegralNumber() && number.canConvertToLong())
                .longValue();
    }

    public int integer(String member) {
        JsonNode number = data.path(member);
        return demanded(member, number.isIntegralNumber() && number.canConvertToInt())
                .intValue();
    }

    public UUID id(String member) {
        return UUID.fromString(text(member));
    }

    public LocalDate date(String member) {
        return LocalDate.parse(text(member));
    }

    public @Nullable String optionalText(String member) {
        return has(member) ? text(member) : null;
    }

    public @Nullable UUID optionalId(String member) {
        return has(member) ? id(member) : null;
    }

    public @Nullable LocalDate optionalDate(String member) {
        return has(member) ? date(member) : null;
    }

    /** False where it is absent or null. */
    public boolean has(String member) {
        return data.hasNonNull(member);
    }

    /** Empty where it is absent. */
    public List<String> texts(String member) {
        return elements(member).stream().map(JsonNode::asText).toList();
    }

    /** Empty where it is absent. */
    public List<EventData> parts(String member) {
        return elements(member).stream().map(EventData::new).toList();
    }

    private List<JsonNode> elements(String member) {
        return StreamSupport.stream(data.path(member).spliterator(), false).toList();
    }

    private JsonNode demanded(String member, boolean isThere) {
        if (!isThere) {
            throw new IllegalArgumentException("an event without " + member);
        }
        return data.path(member);
    }
}
