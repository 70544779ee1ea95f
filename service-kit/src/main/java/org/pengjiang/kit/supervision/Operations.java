package org.pengjiang.kit.supervision;

/**
 * The health group of what all replicas share: {@code /q/health/group/operations}. It is for people and alerts. No balancer
 * may ask it, because a disturbance of Kafka would then take every replica of every service away at once.
 */
public final class Operations {
    public static final String GROUP = "operations";

    private Operations() {}
}
