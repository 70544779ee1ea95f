package org.pengjiang.kit.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;

/**
 * Reads CloudEvents in binary mode. Every record of Kafka becomes a message whose texts can be stored: a record that
 * throws here would be a poison message that blocks its partition.
 */
@ApplicationScoped
class MessageReader {
    static final String TYPE = "ce_type";
    static final String SUBJECT = "ce_subject";
    static final String SEQUENCE = "ce_sequence";
    static final String TRACE_PARENT = "traceparent";

    private static final int MOST_HEADERS = 100;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_VALUE = 4_000;

    private final ObjectMapper json;

    MessageReader(ObjectMapper json) {
        this.json = json;
    }

    Message read(ConsumerRecord<byte[], byte[]> message) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : message.headers()) {
            if (headers.size() < MOST_HEADERS) {
                headers.put(
                        ForeignText.clean(header.key(), LONGEST_NAME),
                        ForeignText.clean(text(header.value()), LONGEST_VALUE));
            }
        }
        return read(
                message.topic(), message.partition(), message.offset(), text(message.key()), headers, message.value());
    }

    Message read(
            String topic,
            int partition,
            long offset,
            String key,
            Map<String, String> headers,
            byte @Nullable [] payload) {
        byte[] body = payload == null ? new byte[0] : payload;
        ReceivedEvent event = null;
        String fault = null;
        try {
            event = event(headers, body);
            if (!event.subject().toString().equals(key)) {
                fault = "the key is not the subject";
            }
        } catch (IOException | RuntimeException e) {
            fault = String.valueOf(e.getMessage());
        }
        String place = topic + "/" + partition + "/" + offset;
        return new Message(
                topic,
                partition,
                offset,
                id(key, "key " + (key.isEmpty() ? place : key)),
                id(headers.getOrDefault("ce_id", ""), place),
                headers,
                body,
                fault == null ? event : null,
                fault);
    }

    private ReceivedEvent event(Map<String, String> headers, byte[] payload) throws IOException {
        JsonNode data = json.readTree(payload);
        if (!data.isObject()) {
            throw new IllegalArgumentException("the data is not a JSON object");
        }
        return new ReceivedEvent(
                UUID.fromString(required(headers, "ce_id")),
                required(headers, TYPE),
                UUID.fromString(required(headers, SUBJECT)),
                Long.parseLong(required(headers, "ce_subjectversion")),
                Long.parseLong(required(headers, SEQUENCE)),
                DivisionCode.parse(required(headers, "ce_division")),
                Instant.parse(required(headers, "ce_time")),
                data);
    }

    private static String required(Map<String, String> headers, String name) {
        String value = headers.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the header " + name + " is missing");
        }
        return value;
    }

    private static UUID id(String text, String otherwise) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return UUID.nameUUIDFromBytes(otherwise.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
