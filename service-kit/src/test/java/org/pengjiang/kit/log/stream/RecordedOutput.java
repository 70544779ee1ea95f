package org.pengjiang.kit.log.stream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A connection whose other end reads when the test says so. */
final class RecordedOutput implements StreamOutput {
    private final StringBuilder text = new StringBuilder();
    private Runnable drained = () -> {};
    private boolean isFull;
    private boolean hasEnded;
    private boolean isReset;

    @Override
    public void run(Runnable action) {
        action.run();
    }

    @Override
    public boolean isFull() {
        return isFull;
    }

    @Override
    public void onDrain(Runnable action) {
        drained = action;
    }

    @Override
    public void write(byte[] frame) {
        text.append(new String(frame, StandardCharsets.UTF_8));
    }

    @Override
    public void end() {
        hasEnded = true;
    }

    @Override
    public void reset() {
        isReset = true;
    }

    void fill() {
        isFull = true;
    }

    void drain() {
        isFull = false;
        drained.run();
    }

    boolean hasEnded() {
        return hasEnded;
    }

    boolean isReset() {
        return isReset;
    }

    /** The values of each line of that name, in order. */
    List<String> lines(String name) {
        List<String> values = new ArrayList<>();
        text.toString()
                .lines()
                .filter(line -> line.startsWith(name + ": "))
                .forEach(line -> values.add(line.substring(name.length() + 2)));
        return values;
    }

    long comments() {
        return text.toString().lines().filter(":"::equals).count();
    }
}
