package org.pengjiang.kit.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.eclipse.microprofile.config.Config;

/**
 * The broker's address and what a deployment demands of whoever connects: everything under {@code suite.kafka.client.} is
 * handed to each Kafka client under its own name. Only matters of the connection may stand there; how events are sent and
 * read decides whether they are lost or doubled, and that is the kit's.
 */
@ApplicationScoped
public class KafkaConnection {
    private static final String PREFIX = "suite.kafka.client.";
    private static final Set<String> GROUPS = Set.of("security.", "sasl.", "ssl.", "socket.connection.setup.");
    private static final Set<String> SINGLE = Set.of("client.dns.lookup", "client.rack", "connections.max.idle.ms");

    private final Map<String, String> settings;

    public KafkaConnection(Config config) {
        this.settings = new TreeMap<>(Map.of("bootstrap.servers", address(config)));
        Set<String> refused = new TreeSet<>();
        for (String name : asked(config)) {
            if (isOfTheConnection(name)) {
                config.getOptionalValue(PREFIX + name, String.class).ifPresent(value -> settings.put(name, value));
            } else if (config.getOptionalValue(PREFIX + name, String.class).isPresent()) {
                refused.add(PREFIX + name);
            }
        }
        if (!refused.isEmpty()) {
            throw new IllegalStateException(String.join(", ", refused)
                    + ": only security.*, sasl.*, ssl.*, socket.connection.setup.*, client.dns.lookup, client.rack and"
                    + " connections.max.idle.ms may be set there; take the others away.");
        }
    }

    /** The settings of one client: its own, and beneath them those of the connection. */
    public Map<String, Object> with(Map<String, ?> own) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(own);
        return all;
    }

    private static String address(Config config) {
        return config.getValue("suite.kafka.bootstrap-servers", String.class);
    }

    private static boolean isOfTheConnection(String name) {
        return SINGLE.contains(name) || GROUPS.stream().anyMatch(name::startsWith);
    }

    /** Every name a client knows, because environment variables cannot be read back into names, and every other that is set. */
    private static Set<String> asked(Config config) {
        Set<String> names = new TreeSet<>();
        Stream.of(AdminClientConfig.configNames(), ConsumerConfig.configNames(), ProducerConfig.configNames())
                .forEach(names::addAll);
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith(PREFIX))
                .map(name -> name.substring(PREFIX.length()))
                .forEach(names::add);
        return names;
    }

    /** Names only: among the values are passwords. */
    @Override
    public String toString() {
        return "Kafka client settings " + settings.keySet();
    }
}
