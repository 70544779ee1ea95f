package org.pengjiang.kit.file;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.file.store.FileStore;
import org.pengjiang.kit.supervision.Period;
import org.pengjiang.kit.supervision.PeriodicJob;
import org.pengjiang.kit.supervision.SetAside;
import org.pengjiang.kit.supervision.SupervisedLoop;

/** Gives the scanner of the deployment, where there is one, what it has not seen. */
@ApplicationScoped
@IfBuildProperty(name = "suite.files.enabled", stringValue = "true")
class ScanFiles implements PeriodicJob {
    private static final Logger LOG = Logger.getLogger(ScanFiles.class);

    /** A scanner that is away fails at each of them. */
    private static final int MOST_FAILURES_IN_A_ROW = 5;

    private final FileRows files;
    private final FileStore store;
    private final Instance<VirusScan> scanner;
    private final FileConfig config;
    private final Clock clock;
    private final SetAside setAside = new SetAside(System::nanoTime);
    /** Where the next round begins after one that failures have ended: so many that always fail hold up none behind them. */
    private FileRows.ToScan behind = FileRows.ToScan.nothing();

    private volatile FileRows.Unscanned unscanned = new FileRows.Unscanned(0, null);

    ScanFiles(
            FileRows files,
            FileStore store,
            Instance<VirusScan> scanner,
            FileConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.files = files;
        this.store = store;
        this.scanner = scanner;
        this.config = config;
        this.clock = clock;
        Gauge.builder("suite.files.unscanned", this, scans -> scans.unscanned.count())
                .description(
                        "contents that the virus scan has not seen, as the last round left them, counted up to 1,000")
                .register(meters);
        Gauge.builder("suite.files.unscanned.seconds", this, ScanFiles::secondsUnscanned)
                .description("for how long the oldest of them has waited")
                .register(meters);
    }

    @Override
    public String name() {
        return "file-scan";
    }

    @Override
    public Period period() {
        return scanner.isResolvable() ? config.scanEvery() : Period.OFF;
    }

    @Override
    public void round() {
        Round round = new Round();
        try {
            round.scanAll();
        } finally {
            unscanned = files.unscanned();
            round.report();
        }
    }

    private double secondsUnscanned() {
        Instant oldest = unscanned.oldest();
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, Instant.now(clock)).toSeconds());
    }

    /** One content that fails keeps no other waiting, and is tried again after a while. */
    private final class Round {
        private final SetAside.Round leftAlone = setAside.round();
        private int failures;
        private int inARow;
        private @Nullable String last;

        void scanAll() {
            FileRows.ToScan done = behind;
            behind = FileRows.ToScan.nothing();
            for (List<FileRows.ToScan> batch = files.toScanAfter(done);
                    SupervisedLoop.goesOn() && !batch.isEmpty();
                    batch = files.toScanAfter(done)) {
                for (FileRows.ToScan file : batch) {
                    if (!SupervisedLoop.goesOn()) {
                        return;
                    }
                    if (!leftAlone.ids().contains(id(file))) {
                        scan(file);
                    }
                }
                done = batch.getLast();
            }
        }

        private void scan(FileRows.ToScan file) {
            ScanState result;
            try (InputStream content = store.open(file.address(), 0, file.size())) {
                result = scanner.get().isClean(content) ? ScanState.CLEAN : ScanState.INFECTED;
            } catch (IOException | RuntimeException unanswered) {
                fails(file, unanswered);
                if (inARow == MOST_FAILURES_IN_A_ROW) {
                    behind = file;
                    throw new IllegalStateException(
                            "the virus scan has failed at " + inARow + " contents in a row", unanswered);
                }
                return;
            } catch (Error broken) {
                fails(file, broken);
                throw broken;
            }
            inARow = 0;
            setAside.remove(id(file));
            files.scanned(file.address(), result, Instant.now(clock));
            if (result == ScanState.INFECTED) {
                LOG.warnf("the virus scan withholds %s", file.address());
            }
        }

        private void fails(FileRows.ToScan file, Throwable failure) {
            failures++;
            inARow++;
            last = file.address() + ": " + failure;
            leftAlone.add(id(file));
        }

        void report() {
            if (failures > 0) {
                LOG.warnf(
                        "%d contents are not scanned and are tried again after a while, the last one %s",
                        failures, last);
            }
        }
    }

    private static UUID id(FileRows.ToScan file) {
        return UUID.nameUUIDFromBytes(file.address().sha256().getBytes(StandardCharsets.US_ASCII));
    }
}
