package org.pengjiang.kit.load;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what is refused to protect the service, by reason and class of work. */
final class Refused {
    /** Refused before it was known what it would do. */
    static final String ANY_CLASS = "any";

    private Refused() {}

    static Counter counter(MeterRegistry meters, String reason, String work) {
        return meters.counter("suite.http.refused", "reason", reason, "class", work);
    }
}
