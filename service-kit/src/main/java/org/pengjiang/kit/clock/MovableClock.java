package org.pengjiang.kit.clock;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Properties;
import org.jboss.logging.Logger;

/**
 * A clock that somebody moves forward by writing a file: {@code start} is a moment (RFC 3339 with offset), {@code began} the
 * machine's moment at which the clock stood there. It looks at the file whenever it is asked for the time, so all services
 * that share the file move at once. It never goes back, and without the file it goes on.
 */
final class MovableClock extends Clock {
    private final Clock machine;
    private final Position position;

    MovableClock(Clock machine, Duration ahead, Path file) {
        this(machine, new Position(file, ahead));
    }

    private MovableClock(Clock machine, Position position) {
        this.machine = machine;
        this.position = position;
    }

    /** @param began the machine's moment at which the clock stood at {@code start} */
    static Duration ahead(Instant start, Instant began) {
        return Duration.of(ChronoUnit.MICROS.between(began, start), ChronoUnit.MICROS);
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(position.ahead());
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new MovableClock(machine.withZone(zone), position);
    }

    /** How far the clock is ahead of the machine's. */
    private static final class Position {
        private static final Logger LOG = Logger.getLogger(MovableClock.class);

        private final Path file;
        /** The file's time, 0 before there was one. */
        private volatile long seen;

        private volatile Duration ahead;

        Position(Path file, Duration ahead) {
            this.file = file;
            this.seen = written();
            this.ahead = seen == 0 ? ahead : read();
        }

        Duration ahead() {
            long written = written();
            if (written != 0 && written != seen) {
                move(written);
            }
            return ahead;
        }

        private synchronized void move(long written) {
            if (written == seen) {
                return;
            }
            try {
                Duration next = read();
                if (next.compareTo(ahead) > 0) {
                    LOG.infof("the clock was moved forward by %s", next.minus(ahead));
                    ahead = next;
                }
            } catch (IllegalStateException unreadable) {
                LOG.errorf("the clock goes on as it was: %s", unreadable.getMessage());
            }
            seen = written;
        }

        /** Without an exception where there is no file: this is asked very often. */
        private long written() {
            return file.toFile().lastModified();
        }

        private Duration read() {
            Properties moved = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                moved.load(reader);
                return MovableClock.ahead(moment(moved, "start"), moment(moved, "began"));
            } catch (IOException | DateTimeException | IllegalArgumentException e) {
                throw new IllegalStateException(
                        file + " has to name the moments start and began, as 2026-10-09T08:30:00+08:00: " + e, e);
            }
        }

        private static Instant moment(Properties moved, String name) {
            return OffsetDateTime.parse(moved.getProperty(name, "")).toInstant();
        }
    }
}
