package org.pengjiang.kit.things;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** What {@link ThingResource#LOG} writes, with the ids that stand in each line. */
public final class LogLines implements AutoCloseable {
    private final List<ExtLogRecord> lines = new CopyOnWriteArrayList<>();
    private final Logger logger = Logger.getLogger(ThingResource.class.getName());
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            ExtLogRecord copy = ExtLogRecord.wrap(line);
            copy.copyMdc();
            lines.add(copy);
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing to close
        }
    };

    public LogLines() {
        logger.addHandler(handler);
    }

    /** The trace ids of the lines that name it. */
    public List<String> traceIdsOf(String word) {
        return lines.stream()
                .filter(line -> line.getFormattedMessage().contains(word))
                .map(line -> String.valueOf(line.getMdc("traceId")))
                .toList();
    }

    @Override
    public void close() {
        logger.removeHandler(handler);
    }
}
