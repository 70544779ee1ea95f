package org.pengjiang.kit.inbox;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What lies in Kafka at one offset, readable or not.
 *
 * @param key the subject; where the message names none, an id made from its key or place
 * @param eventId likewise
 * @param event absent when the message cannot be read
 * @param fault what cannot be read
 */
@SuppressWarnings("ArrayRecordComponent")
record Message(
        String topic,
        int partition,
        long offset,
        UUID key,
        UUID eventId,
        Map<String, String> headers,
        byte[] payload,
        @Nullable ReceivedEvent event,
        @Nullable String fault) {

    String type() {
        return headers.getOrDefault(MessageReader.TYPE, "");
    }

    long sequence() {
        return event == null ? Long.MAX_VALUE : event.sequence();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
