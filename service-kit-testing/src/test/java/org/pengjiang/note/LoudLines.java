package org.pengjiang.note;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** What the service logs while it is open: every error, and every line that carries a stack trace. That a thread was held up is a matter of the machine. */
final class LoudLines implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger root = Logger.getLogger("");
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            boolean isError = line.getLevel().intValue() >= Level.SEVERE.intValue();
            boolean isShown = line.getLevel().intValue() >= Level.INFO.intValue();
            boolean isOfTheMachine = String.valueOf(line.getLoggerName()).endsWith("BlockedThreadChecker");
            if (isOfTheMachine) {
                return;
            }
            if (isError || (isShown && line.getThrown() != null)) {
                lines.add(line.getLevel() + " " + line.getLoggerName() + " "
                        + ExtLogRecord.wrap(line).getFormattedMessage() + " " + line.getThrown());
            }
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

    LoudLines() {
        root.addHandler(handler);
    }

    List<String> seen() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        root.removeHandler(handler);
    }
}
