package org.pengjiang.kit.log.relay;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.kafka.KafkaConnection;
import org.pengjiang.kit.kafka.MessageSize;
import org.pengjiang.kit.kafka.MeteredClient;

/** Sends events as CloudEvents 1.0 in binary mode, keyed by the subject. */
final class KafkaPublisher implements AutoCloseable {
    /** How long one call may block: the relay has to show its database in between that it lives. */
    private static final int LONGEST_BLOCK_MILLIS = 100;

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final KafkaProducer<String, byte[]> producer;
    private final MeteredClient metrics;
    private final String topic;
    private final byte[] source;

    KafkaPublisher(KafkaConnection connection, String topic, String source, MeterRegistry meters) {
        this.topic = topic;
        this.source = bytes(source);
        this.producer = new KafkaProducer<>(
                connection.with(Map.ofEntries(
                        Map.entry("client.id", "relay"),
                        Map.entry("enable.idempotence", true),
                        Map.entry("acks", "all"),
                        Map.entry("linger.ms", 0),
                        // batches of one event gain nothing and would cost a buffer of 130 kB each
                        Map.entry("compression.type", "none"),
                        Map.entry("max.request.size", MessageSize.LARGEST_MESSAGE),
                        Map.entry("max.block.ms", LONGEST_BLOCK_MILLIS),
                        Map.entry("request.timeout.ms", 10_000),
                        Map.entry("reconnect.backoff.max.ms", 500),
                        Map.entry("retry.backoff.max.ms", 500),
                        // never given up: a record that expired while later ones got through would change their order
                        Map.entry("delivery.timeout.ms", Integer.MAX_VALUE))),
                new StringSerializer(),
                new ByteArraySerializer());
        this.metrics = MeteredClient.bind(producer, meters);
    }

    /** Connects before there is anything to send, and before the database session that may not stay silent is opened. */
    void connect() {
        long end = System.nanoTime() + CONNECT.toNanos();
        while (true) {
            try {
                producer.partitionsFor(topic);
                return;
            } catch (TimeoutException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
            }
        }
    }

    Future<RecordMetadata> send(OutgoingEvent event) {
        return producer.send(toRecord(event));
    }

    /** Whether the producer had no room yet, or did not know where to send to: the event is not on its way. */
    static boolean hadNoRoom(Future<RecordMetadata> sent) throws InterruptedException {
        return failure(sent) instanceof TimeoutException;
    }

    /** Whether the record itself is at fault, so that sending it again would fail again. */
    static boolean isRefusal(Throwable failure) {
        return failure instanceof RecordTooLargeException
                || failure instanceof RecordBatchTooLargeException
                || failure instanceof InvalidRecordException
                || failure instanceof InvalidTimestampException
                || failure instanceof SerializationException;
    }

    /** What a send has failed of by now, without waiting for it. */
    static @Nullable Throwable failure(Future<RecordMetadata> sent) throws InterruptedException {
        if (!sent.isDone()) {
            return null;
        }
        try {
            sent.get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause() == null ? e : e.getCause();
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
        metrics.close();
    }
}
