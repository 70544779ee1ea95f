package org.pengjiang.kit.log;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Something that happened to an aggregate. Implemented by records of JDK types; the record's components are the
 * event's {@code data}. Published to Kafka exactly if {@code contracts/events} names its type.
 */
public interface DomainEvent {
    /** Reads {@code project.signed.v1}, never a Java name. */
    @JsonIgnore
    String type();

    @JsonIgnore
    default Audience audience() {
        return Audience.DIVISION;
    }
}
