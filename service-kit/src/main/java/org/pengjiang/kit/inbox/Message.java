package org.pengjiang.kit.inbox;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
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

    private static final int LONGEST_TYPE = 200;
    private static final Pattern SEQUENCE = Pattern.compile("[1-9][0-9]{0,17}");

    String type() {
        return ForeignText.clean(headers.get(MessageReader.TYPE), LONGEST_TYPE);
    }

    /** The same record without its texts. */
    Message bytesOnly() {
        return new Message(topic, partition, offset, key, eventId, Map.of(), payload, null, "only its bytes are kept");
    }

    long sequence() {
        return event == null ? Long.MAX_VALUE : event.sequence();
    }

    /** What it says of its own place among the subject's events, even where the rest cannot be read. */
    @Nullable Long knownSequence() {
        if (event != null) {
            return event.sequence();
        }
        String stated = headers.getOrDefault(MessageReader.SEQUENCE, "");
        boolean isOfTheSubject = key.toString().equals(headers.get(MessageReader.SUBJECT));
        return isOfTheSubject && SEQUENCE.matcher(stated).matches() ? Long.valueOf(stated) : null;
    }

    /** Where it lies in Kafka. */
    String place() {
        return topic + "/" + partition + "/" + offset;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
