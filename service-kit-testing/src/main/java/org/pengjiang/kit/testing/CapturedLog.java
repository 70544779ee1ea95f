package org.pengjiang.kit.testing;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.handlers.ConsoleHandler;

/** What the service writes while this is open: its log as the console shows it, and both standard streams. */
public final class CapturedLog implements AutoCloseable {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream sink = new PrintStream(written, true, StandardCharsets.UTF_8);
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Logger root = Logger.getLogger("");
    private final List<Handler> before = List.of(root.getHandlers());
    private final Handler handler;

    public CapturedLog() {
        handler = sameAs(console());
        // what is captured need not be read twice
        for (Handler shown : before) {
            root.removeHandler(shown);
        }
        root.addHandler(handler);
        System.setOut(sink);
        System.setErr(sink);
    }

    /** Everything so far. */
    public String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    private Handler sameAs(ConsoleHandler console) {
        Handler copy = new Handler() {
            @Override
            public void publish(LogRecord line) {
                if (isLoggable(line)) {
                    sink.print(getFormatter().format(line));
                }
            }

            @Override
            public void flush() {
                sink.flush();
            }

            @Override
            public void close() {
                // the streams are not its own
            }
        };
        copy.setFormatter(console.getFormatter());
        copy.setFilter(console.getFilter());
        return copy;
    }

    /** Quarkus puts its own handler before the console. */
    private static ConsoleHandler console() {
        return Stream.iterate(
                        List.of(Logger.getLogger("").getHandlers()),
                        level -> !level.isEmpty(),
                        level -> level.stream().flatMap(CapturedLog::behind).toList())
                .flatMap(List::stream)
                .filter(ConsoleHandler.class::isInstance)
                .map(ConsoleHandler.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no console is logged to"));
    }

    private static Stream<Handler> behind(Handler handler) {
        return handler instanceof ExtHandler outer ? Arrays.stream(outer.getHandlers()) : Stream.empty();
    }

    @Override
    public void close() {
        root.removeHandler(handler);
        before.forEach(root::addHandler);
        System.setOut(out);
        System.setErr(err);
    }
}
