package org.pengjiang.localstack.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.pengjiang.localstack.StackFailure;

/**
 * The time of the suite's services. Once it was set it stands in the file {@code clock} of the suite's folder, at which every
 * service looks whenever it asks for the time: {@code start} is where the clock stood when the machine's stood at
 * {@code began}. Without the file it is the machine's time. It only ever moves forward; it goes with the data.
 */
record SuiteTime(SuiteFolder folder) {

    static final ZoneId DISTRICT = ZoneId.of("Asia/Shanghai");

    static final String BOUNDS =
            "It lies in the years 2000 to 2098: calendars end with 2099, and deadlines need a year before that.";

    private static final OffsetDateTime BEGINNING = OffsetDateTime.parse("2000-01-01T00:00:00+08:00");
    private static final OffsetDateTime END = OffsetDateTime.parse("2099-01-01T00:00:00+08:00");

    /** A moment as people write it: RFC 3339, and without an offset that of the district. */
    static Optional<OffsetDateTime> parse(String text) {
        return offsetTime(text)
                .or(() -> localTime(text))
                .filter(moment -> !moment.isBefore(BEGINNING) && moment.isBefore(END));
    }

    OffsetDateTime now() {
        return at(Instant.now());
    }

    boolean isSet() {
        return Files.exists(folder.clock());
    }

    /**
     * Before anything runs that goes by it. Data that has seen a later time than was asked for stays with that; without a
     * time that was set it has seen the machine's.
     *
     * @return what to tell of it; empty when it is the machine's time
     */
    Optional<String> begin(Optional<OffsetDateTime> asked) {
        boolean asAsked = asked.map(this::startAt).orElse(false);
        if (!isSet() && asked.isEmpty()) {
            return Optional.empty();
        }
        String reason = asked.isPresent() && !asAsked ? "; it never goes back, ./suite reset begins afresh" : "";
        return Optional.of((asAsked ? "starts at " : "goes on at ") + text(now()) + reason);
    }

    private boolean startAt(OffsetDateTime start) {
        return alone(() -> {
            boolean later = (!isSet() && !folder.hasData()) || start.toInstant().isAfter(now().toInstant());
            if (later) {
                write(start);
            }
            return later;
        });
    }

    /** @throws StackFailure when it would go back */
    void moveTo(OffsetDateTime moment) {
        alone(() -> {
            OffsetDateTime now = now();
            if (!moment.toInstant().isAfter(now.toInstant())) {
                throw new StackFailure("The suite's clock stands at " + text(now) + " and never goes back, so not to "
                        + text(moment) + "; ./suite reset begins afresh.");
            }
            write(moment);
            return true;
        });
    }

    static String text(OffsetDateTime moment) {
        return moment.atZoneSameInstant(DISTRICT)
                .truncatedTo(ChronoUnit.SECONDS)
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private OffsetDateTime at(Instant machine) {
        Instant moment = machine;
        if (isSet()) {
            Properties set = new Properties();
            try (Reader reader = Files.newBufferedReader(folder.clock())) {
                set.load(reader);
                moment = OffsetDateTime.parse(set.getProperty("start", ""))
                        .toInstant()
                        .plus(Duration.between(Instant.parse(set.getProperty("began", "")), machine));
            } catch (IOException | DateTimeException | IllegalArgumentException e) {
                throw new StackFailure(
                        "The file " + folder.clock() + " cannot be read; ./suite reset begins afresh.", e);
            }
        }
        return ZonedDateTime.ofInstant(moment, DISTRICT).toOffsetDateTime();
    }

    private void write(OffsetDateTime start) {
        Path file = folder.clock();
        Path incomplete = file.resolveSibling("clock.incomplete");
        Properties set = new Properties();
        set.setProperty("start", start.toString());
        set.setProperty("began", Instant.now().toString());
        try {
            try (Writer writer = Files.newBufferedWriter(incomplete)) {
                set.store(writer, null);
            }
            laterThan(file, incomplete);
            Files.move(incomplete, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** The services read the file again when its time in milliseconds has changed. */
    private static void laterThan(Path known, Path next) throws IOException {
        long last = known.toFile().lastModified();
        if (next.toFile().lastModified() <= last && !next.toFile().setLastModified(last + 1)) {
            throw new IOException("its time cannot be set");
        }
    }

    /** Two commands at once come one after the other. */
    private boolean alone(BooleanSupplier change) {
        try (FileChannel channel = FileChannel.open(
                        folder.clock().resolveSibling("clock.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            return lock.isValid() && change.getAsBoolean();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private StackFailure unwritable(IOException e) {
        return new StackFailure(
                "The file " + folder.clock() + " cannot be written; free some space or mend its rights.", e);
    }

    private static Optional<OffsetDateTime> offsetTime(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<OffsetDateTime> localTime(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text).atZone(DISTRICT).toOffsetDateTime());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
