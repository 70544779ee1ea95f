package org.pengjiang.kit.file;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.pengjiang.kit.file.store.FileStore;
import org.pengjiang.kit.supervision.Period;
import org.pengjiang.kit.supervision.PeriodicJob;
import org.pengjiang.kit.supervision.SupervisedLoop;

/** Gives the scanner of the deployment, where there is one, what it has not seen. */
@ApplicationScoped
@IfBuildProperty(name = "suite.files.enabled", stringValue = "true")
class ScanFiles implements PeriodicJob {
    private static final Logger LOG = Logger.getLogger(ScanFiles.class);

    private final FileRows files;
    private final FileStore store;
    private final Instance<VirusScan> scanner;
    private final FileConfig config;
    private final Clock clock;

    ScanFiles(FileRows files, FileStore store, Instance<VirusScan> scanner, FileConfig config, Clock clock) {
        this.files = files;
        this.store = store;
        this.scanner = scanner;
        this.config = config;
        this.clock = clock;
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
        FileRows.ToScan last = FileRows.ToScan.nothing();
        for (List<FileRows.ToScan> batch = files.toScanAfter(last);
                SupervisedLoop.goesOn() && !batch.isEmpty();
                batch = files.toScanAfter(last)) {
            for (FileRows.ToScan file : batch) {
                if (!SupervisedLoop.goesOn()) {
                    return;
                }
                scan(file);
            }
            last = batch.getLast();
        }
    }

    /** One that fails keeps no other waiting; the next round tries it again. */
    private void scan(FileRows.ToScan file) {
        ScanState result;
        try (InputStream content = store.open(file.address(), 0, file.size())) {
            result = scanner.get().isClean(content) ? ScanState.CLEAN : ScanState.INFECTED;
        } catch (IOException | RuntimeException unanswered) {
            LOG.warnf("%s is not scanned: %s", file.address(), unanswered);
            return;
        }
        files.scanned(file.address(), result, Instant.now(clock));
        if (result == ScanState.INFECTED) {
            LOG.warnf("the virus scan withholds %s", file.address());
        }
    }
}
