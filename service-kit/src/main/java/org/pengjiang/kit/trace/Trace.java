package org.pengjiang.kit.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The trace id that stands in every log line and every problem: that of the current span, or, while OpenTelemetry is off,
 * taken from the request's {@code traceparent} or made here.
 */
public final class Trace {
    static final String TRACE_ID = "traceId";
    static final String SPAN_ID = "spanId";
    private static final Pattern TRACE_PARENT =
            Pattern.compile("[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(?:-.*)?");
    private static final String FLAGS = "traceFlags";
    private static final String NOT_RECORDED = "00";

    private Trace() {}

    /** The id of the current trace; a new one where none has begun. */
    public static String id() {
        Object id = MDC.get(TRACE_ID);
        if (id == null) {
            begin(null);
            id = MDC.get(TRACE_ID);
        }
        return String.valueOf(id);
    }

    /**
     * The id of this one request, made here: {@code spanId} in its log lines. A caller who sends one trace id with two
     * requests does not make them look like one.
     */
    public static String requestId() {
        id();
        return String.valueOf(MDC.get(SPAN_ID));
    }

    /**
     * The current span as W3C {@code traceparent}, to travel with events: what they cause becomes its child. It says that
     * the trace is recorded only where OpenTelemetry here, or whoever called, has said so.
     */
    public static String parent() {
        SpanContext current = Span.current().getSpanContext();
        if (current.isValid()) {
            return "00-" + current.getTraceId() + "-" + current.getSpanId() + "-"
                    + current.getTraceFlags().asHex();
        }
        String id = id();
        Object span = MDC.get(SPAN_ID);
        Object flags = MDC.get(FLAGS);
        return "00-" + id + "-" + (span == null ? randomHex(1) : span) + "-" + (flags == null ? NOT_RECORDED : flags);
    }

    /** Continues the trace of a {@code traceparent}, or begins a new one when there is none or it cannot be read. */
    public static void begin(@Nullable String traceParent) {
        Matcher known = TRACE_PARENT.matcher(traceParent == null ? "" : traceParent);
        boolean isKnown = known.matches();
        MDC.put(TRACE_ID, isKnown ? known.group(1) : randomHex(2));
        MDC.put(FLAGS, isKnown ? known.group(3) : NOT_RECORDED);
        MDC.put(SPAN_ID, randomHex(1));
    }

    /** Takes the ids of a span of OpenTelemetry, which itself only sets them where a request runs. */
    public static void enter(SpanContext span) {
        MDC.put(TRACE_ID, span.getTraceId());
        MDC.put(SPAN_ID, span.getSpanId());
    }

    /** Forgets it, where a thread is used again outside a request. */
    public static void end() {
        MDC.remove(TRACE_ID);
        MDC.remove(SPAN_ID);
        MDC.remove(FLAGS);
    }

    private static String randomHex(int longs) {
        StringBuilder hex = new StringBuilder(16 * longs);
        for (int i = 0; i < longs; i++) {
            // never zero: an all-zero id is no id
            hex.append(HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong() | 1));
        }
        return hex.toString();
    }
}
