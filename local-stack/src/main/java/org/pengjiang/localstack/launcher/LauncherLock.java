package org.pengjiang.localstack.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.pengjiang.localstack.Folders;
import org.pengjiang.localstack.StackFailure;

/** One launcher per folder: the kernel frees the lock however the launcher ends, so no stale one is ever left. */
record LauncherLock(FileLock lock) {

    static Optional<LauncherLock> take(SuiteFolder folder) {
        Folders.create(folder.path());
        try {
            FileChannel channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            Optional<LauncherLock> taken =
                    Optional.ofNullable(channel.tryLock()).map(LauncherLock::new);
            if (taken.isEmpty()) {
                channel.close();
            }
            return taken;
        } catch (IOException e) {
            throw new StackFailure(
                    "The file " + folder.lock() + " cannot be locked; mend its rights or free some space.", e);
        }
    }

    static boolean isHeld(SuiteFolder folder) {
        Optional<LauncherLock> free = take(folder);
        free.ifPresent(LauncherLock::release);
        return free.isEmpty();
    }

    void release() {
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new StackFailure("A lock file could not be closed.", e);
        }
    }
}
