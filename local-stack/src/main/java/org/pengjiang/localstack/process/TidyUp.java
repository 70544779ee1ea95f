package org.pengjiang.localstack.process;

/** Runs an action when the JVM ends, unless it was cancelled because the action has been done already. */
public final class TidyUp {

    private final Thread hook;

    private TidyUp(Thread hook) {
        this.hook = hook;
    }

    public static TidyUp atExit(Runnable action) {
        TidyUp tidyUp = new TidyUp(new Thread(action, "local-stack-tidy-up"));
        Runtime.getRuntime().addShutdownHook(tidyUp.hook);
        return tidyUp;
    }

    public void cancel() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the JVM is ending and the hook is what runs now
            return;
        }
    }
}
