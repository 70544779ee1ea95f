package org.pengjiang.kit.log.relay;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.pengjiang.kit.kafka.KafkaConnection;
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
                    KafkaPublisher publisher = new KafkaPublisher(broker(arguments[3]), "kit.events", "/kit");
                    publisher.warmUp();
                    return publisher;
                },
                SignalOfNobody.signal());
        relay.run();
    }

    private static KafkaConnection broker(String bootstrapServers) {
        return new KafkaConnection(new SmallRyeConfigBuilder()
                .withDefaultValue("suite.kafka.bootstrap-servers", bootstrapServers)
                .build());
    }
}
