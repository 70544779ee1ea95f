package org.pengjiang.kit.log.relay;

import org.pengjiang.kit.log.SignalOfNobody;

/** A replica that does nothing but relay, in a process of its own that can be killed and frozen. */
public final class RelayProcess {
    private RelayProcess() {}

    public static void main(String[] arguments) {
        RelayDatabase database = new RelayDatabase(arguments[0], arguments[1], arguments[2]);
        Relay relay = new Relay(
                RelayTesting.Config.USUAL,
                database,
                () -> {
                    KafkaPublisher publisher = new KafkaPublisher(arguments[3], "kit.events", "/kit");
                    publisher.warmUp();
                    return publisher;
                },
                SignalOfNobody.signal());
        relay.run();
    }
}
