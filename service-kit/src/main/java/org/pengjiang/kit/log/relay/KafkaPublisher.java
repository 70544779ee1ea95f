package org.pengjiang.kit.log.relay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.pengjiang.kit.kafka.KafkaConnection;

/** Sends a batch as CloudEvents 1.0 in binary mode, keyed by the subject. */
final class KafkaPublisher implements AutoCloseable {
    private static final long SIGN_OF_LIFE_MILLIS = 100;

    private final KafkaProducer<String, byte[]> producer;
    private final String topic;
    private final byte[] source;

    KafkaPublisher(KafkaConnection connection, String topic, String source) {
        this.topic = topic;
        this.source = bytes(source);
        this.producer = new KafkaProducer<>(
                connection.with(Map.of(
                        "enable.idempotence",
                        true,
                        "acks",
                        "all",
                        "linger.ms",
                        0,
                        // batches of one event gain nothing and would cost a buffer of 130 kB each
                        "compression.type",
                        "none",
                        "max.block.ms",
                        5_000,
                        "request.timeout.ms",
                        10_000,
                        "reconnect.backoff.max.ms",
                        500,
                        "retry.backoff.max.ms",
                        500,
                        // never given up: a record that expired while later ones got through would change their order
                        "delivery.timeout.ms",
                        Integer.MAX_VALUE)),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Connects before there is anything to send, so that a takeover does not wait for it. */
    void warmUp() {
        producer.partitionsFor(topic);
    }

    /** What happens again and again while Kafka has not answered yet. */
    interface SignOfLife {
        void show() throws Exception;
    }

    /** Returns when every record is acknowledged. */
    void publish(List<OutgoingEvent> events, SignOfLife signOfLife) throws Exception {
        List<Future<RecordMetadata>> pending = new ArrayList<>(events.size());
        for (OutgoingEvent event : events) {
            pending.add(producer.send(toRecord(event)));
        }
        for (Future<RecordMetadata> acknowledgement : pending) {
            await(acknowledgement, signOfLife);
        }
    }

    private static void await(Future<RecordMetadata> acknowledgement, SignOfLife signOfLife) throws Exception {
        while (true) {
            try {
                acknowledgement.get(SIGN_OF_LIFE_MILLIS, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                signOfLife.show();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        }
    }

    private ProducerRecord<String, byte[]> toRecord(OutgoingEvent event) {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(topic, event.subject().toString(), bytes(event.data()));
        Headers headers = message.headers();
        headers.add("content-type", bytes("application/json"));
        headers.add("ce_specversion", bytes("1.0"));
        headers.add("ce_id", bytes(event.id().toString()));
        headers.add("ce_type", bytes(event.type()));
        headers.add("ce_source", source);
        headers.add("ce_time", bytes(event.occurredAt().toString()));
        headers.add("ce_subject", bytes(event.subject().toString()));
        headers.add("ce_subjectversion", bytes(Long.toString(event.subjectVersion())));
        headers.add("ce_sequence", bytes(String.valueOf(event.sequence())));
        headers.add("ce_division", bytes(event.division()));
        if (event.traceParent() != null) {
            headers.add("traceparent", bytes(event.traceParent()));
        }
        return message;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Sends nothing more: what was not acknowledged is sent by whoever reads the cursor next. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
