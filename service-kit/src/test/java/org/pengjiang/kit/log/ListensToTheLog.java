package org.pengjiang.kit.log;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Is made anew whenever somebody looks for listeners, and counts that. */
@Dependent
class ListensToTheLog implements LogListener {
    static final AtomicInteger MADE = new AtomicInteger();
    static final Map<UUID, List<String>> HEARD = new ConcurrentHashMap<>();

    ListensToTheLog() {
        MADE.incrementAndGet();
    }

    @Override
    public void appended(Appended row) {
        HEARD.computeIfAbsent(row.subject().id(), any -> new CopyOnWriteArrayList<>())
                .add(row.event().type() + " " + row.subjectVersion());
    }
}
