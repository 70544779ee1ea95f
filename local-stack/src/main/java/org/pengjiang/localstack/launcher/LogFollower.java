package org.pengjiang.localstack.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.pengjiang.localstack.StackFailure;

/** Prints what a log gains. */
final class LogFollower {

    private final Path log;
    private final PrintStream out;
    private long position;

    private LogFollower(Path log, long position, PrintStream out) {
        this.log = log;
        this.position = position;
        this.out = out;
    }

    static LogFollower fromItsEnd(Path log, PrintStream out) {
        try {
            return new LogFollower(log, Files.exists(log) ? Files.size(log) : 0, out);
        } catch (IOException e) {
            throw unreadable(log, e);
        }
    }

    /** @return whether there was something new */
    boolean printNews() {
        if (!Files.exists(log)) {
            return false;
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] news = new byte[(int) Math.max(0, file.length() - position)];
            file.seek(position);
            file.readFully(news);
            position += news.length;
            out.print(new String(news, StandardCharsets.UTF_8));
            out.flush();
            return news.length > 0;
        } catch (IOException e) {
            throw unreadable(log, e);
        }
    }

    private static StackFailure unreadable(Path log, IOException e) {
        return new StackFailure("The log " + log + " cannot be read; mend its rights.", e);
    }
}
