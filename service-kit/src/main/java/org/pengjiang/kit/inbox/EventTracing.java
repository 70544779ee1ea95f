package org.pengjiang.kit.inbox;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.inbox.EventHandler.Outcome;
import org.pengjiang.kit.problem.DatabaseFailure;
import org.pengjiang.kit.trace.Trace;

/**
 * The handling of one event as a CONSUMER span, child of the request that caused it. While OpenTelemetry is off no span is
 * opened, and the trace id goes on all the same.
 */
@ApplicationScoped
class EventTracing {
    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
    private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("messaging.operation.name");
    private static final AttributeKey<String> OPERATION_TYPE = AttributeKey.stringKey("messaging.operation.type");
    private static final AttributeKey<String> DESTINATION = AttributeKey.stringKey("messaging.destination.name");
    private static final AttributeKey<String> PARTITION = AttributeKey.stringKey("messaging.destination.partition.id");
    private static final AttributeKey<Long> OFFSET = AttributeKey.longKey("messaging.kafka.offset");
    private static final AttributeKey<String> GROUP = AttributeKey.stringKey("messaging.consumer.group.name");
    private static final AttributeKey<String> MESSAGE = AttributeKey.stringKey("messaging.message.id");
    private static final AttributeKey<Long> BODY_SIZE = AttributeKey.longKey("messaging.message.body.size");
    private static final AttributeKey<String> EVENT_TYPE = AttributeKey.stringKey("cloudevents.event_type");
    private static final AttributeKey<String> EVENT_SUBJECT = AttributeKey.stringKey("cloudevents.event_subject");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("suite.inbox.outcome");
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

    private static final TextMapGetter<Map<String, String>> HEADERS = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> headers) {
            return headers.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> headers, String name) {
            return headers == null ? null : headers.get(name);
        }
    };

    private final boolean isOff;
    private final Tracer tracer;

    EventTracing(
            OpenTelemetry telemetry,
            // absent means on, as the framework reads it
            @ConfigProperty(name = "quarkus.otel.sdk.disabled") Optional<Boolean> off) {
        this.isOff = off.orElse(false);
        this.tracer = telemetry.getTracer("org.pengjiang.kit.inbox");
    }

    /** Close it when the event is applied, ignored, parked or has failed. */
    @SuppressWarnings("MustBeClosedChecker") // the handling closes the scope
    Handling begin(EventConsumer consumer, Message message) {
        if (isOff) {
            Trace.begin(message.header(MessageReader.TRACE_PARENT).orElse(null));
            return new Handling(null, null);
        }
        Span span = tracer.spanBuilder("process " + message.topic())
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(W3CTraceContextPropagator.getInstance().extract(Context.root(), message.headers(), HEADERS))
                .setAttribute(SYSTEM, "kafka")
                .setAttribute(OPERATION, "process")
                .setAttribute(OPERATION_TYPE, "process")
                .setAttribute(DESTINATION, message.topic())
                .setAttribute(PARTITION, Integer.toString(message.partition()))
                .setAttribute(OFFSET, message.offset())
                .setAttribute(GROUP, consumer.name())
                .setAttribute(MESSAGE, message.eventId().toString())
                .setAttribute(BODY_SIZE, (long) message.payload().length)
                .setAttribute(EVENT_TYPE, message.type())
                .setAttribute(EVENT_SUBJECT, message.key().toString())
                .startSpan();
        Trace.enter(span.getSpanContext());
        return new Handling(span, span.makeCurrent());
    }

    /** One try of one event. */
    static final class Handling implements AutoCloseable {
        private final @Nullable Span span;
        private final @Nullable Scope scope;

        private Handling(@Nullable Span span, @Nullable Scope scope) {
            this.span = span;
            this.scope = scope;
        }

        void ended(Outcome outcome) {
            if (span != null) {
                span.setAttribute(OUTCOME, outcome.name().toLowerCase(Locale.ROOT));
            }
        }

        void failed(Throwable failure) {
            if (span != null) {
                span.setStatus(StatusCode.ERROR);
                span.setAttribute(ERROR, failure.getClass().getName());
                span.recordException(DatabaseFailure.withoutRow(failure));
            }
        }

        @Override
        public void close() {
            if (scope != null) {
                scope.close();
            }
            if (span != null) {
                span.end();
            }
            Trace.end();
        }
    }
}
