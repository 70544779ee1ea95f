package org.pengjiang.kit.log;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Optional;

/**
 * Something that happened to an aggregate. Implemented by records of JDK types; the record's components are the
 * event's {@code data}. Published to Kafka exactly if {@code contracts/events} names its type.
 */
public interface DomainEvent {
    /** Reads {@code setting.changed.v1}, never a Java name. */
    @JsonIgnore
    String type();

    @JsonIgnore
    default Audience audience() {
        return Audience.DIVISION;
    }

    /**
     * Whether a command has to be decided anew after it: then the version of the ETag moves. False for a warning, a message
     * or a counter.
     */
    @JsonIgnore
    default boolean decisive() {
        return true;
    }

    /** What the parties of the row are shown in place of this event; the event itself by default. */
    @JsonIgnore
    default Optional<Record> partyView() {
        return Optional.empty();
    }
}
