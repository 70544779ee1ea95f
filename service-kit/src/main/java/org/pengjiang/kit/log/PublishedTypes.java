package org.pengjiang.kit.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The types that {@code contracts/events} names: these go to Kafka, everything else stays in the service's own log. */
@ApplicationScoped
public class PublishedTypes {
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    public boolean contains(String type) {
        return known.computeIfAbsent(type, PublishedTypes::hasContract);
    }

    private static boolean hasContract(String type) {
        String schema = "contracts/events/" + type + ".schema.json";
        return Thread.currentThread().getContextClassLoader().getResource(schema) != null;
    }
}
