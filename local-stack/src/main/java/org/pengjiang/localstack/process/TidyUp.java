package org.pengjiang.localstack.process;

/**
 * Runs an action when the JVM ends, unless it was cancelled because the action has been done already. For servers with
 * temporary data; whoever keeps data stops its servers in an order of its own.
 */
public final class TidyUp {

    private final Thread hook;

    private TidyUp(Thread hook) {
        this.hook = hook;
    }

    public static TidyUp atExit(boolean wanted, Runnable action) {
        TidyUp tidyUp = new TidyUp(new Thread(action, "local-stack-tidy-up"));
        if (wanted) {
            Runtime.getRuntime().addShutdownHook(tidyUp.hook);
        }
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
