package org.pengjiang.note.gates;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.pengjiang.kit.http.UploadedFile;

/** Open until it is closed by a test. */
@ApplicationScoped
public class Gate {
    private final Set<Path> files = ConcurrentHashMap.newKeySet();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile CountDownLatch opened = new CountDownLatch(0);

    public void close() {
        opened = new CountDownLatch(1);
    }

    public void open() {
        opened.countDown();
    }

    public int waiting() {
        return waiting.get();
    }

    /** Files that operations have been given. */
    public Set<Path> files() {
        return files;
    }

    /** Waits with the file in hand. */
    public void see(UploadedFile file) {
        files.add(file.path());
        try {
            pass();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public Passed pass() throws InterruptedException {
        waiting.incrementAndGet();
        try {
            return new Passed(opened.await(60, TimeUnit.SECONDS));
        } finally {
            waiting.decrementAndGet();
        }
    }
}
