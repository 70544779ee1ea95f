package org.pengjiang.kit.log;

/** Where another process commits, nothing wakes the relay and it polls. */
public final class SignalOfNobody {
    private SignalOfNobody() {}

    public static CommitSignal signal() {
        return new CommitSignal(null);
    }
}
