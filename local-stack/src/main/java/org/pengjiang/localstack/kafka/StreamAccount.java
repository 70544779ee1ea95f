package org.pengjiang.localstack.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * The account of a service on Kafka: it writes its own stream, reads those it follows, and commits in groups that begin with
 * its name.
 */
record StreamAccount(String name, List<String> follows) {
    static final List<StreamAccount> OF_THE_SUITE = List.of(
            new StreamAccount("project", List.of("team.events", "appeal.events")),
            new StreamAccount("team", List.of("project.events", "appeal.events")),
            new StreamAccount("appeal", List.of("project.events", "team.events")));

    String passwordVariable() {
        return name.toUpperCase(Locale.ROOT) + "_KAFKA_PASSWORD";
    }

    String principal() {
        return "User:" + name;
    }

    private String stream() {
        return name + ".events";
    }

    List<AclBinding> rights() {
        List<AclBinding> rights = new ArrayList<>();
        rights.add(may(AclOperation.WRITE, ResourceType.TOPIC, stream(), PatternType.LITERAL));
        rights.add(may(AclOperation.DESCRIBE, ResourceType.TOPIC, stream(), PatternType.LITERAL));
        for (String topic : follows) {
            rights.add(may(AclOperation.READ, ResourceType.TOPIC, topic, PatternType.LITERAL));
            rights.add(may(AclOperation.DESCRIBE, ResourceType.TOPIC, topic, PatternType.LITERAL));
        }
        rights.add(may(AclOperation.READ, ResourceType.GROUP, name + ".", PatternType.PREFIXED));
        return rights;
    }

    private AclBinding may(AclOperation operation, ResourceType type, String resource, PatternType pattern) {
        return new AclBinding(
                new ResourcePattern(type, resource, pattern),
                new AccessControlEntry(principal(), "*", operation, AclPermissionType.ALLOW));
    }

    @Override
    public String toString() {
        return name + ": writes " + stream() + ", reads " + String.join(" ", follows);
    }
}
