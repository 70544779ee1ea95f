package org.pengjiang.localstack.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may do what on the broker of docker-compose.yml, asked of a real broker that its own scripts furnished. */
class ContainerKafkaTest {
    private static final List<String> SERVICES = List.of("project", "team", "appeal");

    @TempDir
    private static Path folder;

    private static ContainerKafka kafka;

    @BeforeAll
    static void start() throws Exception {
        kafka = new ContainerKafka(folder);
        kafka.giveRights();
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void eachServiceWritesItsOwnStreamAndNoOther() {
        // Given
        Map<String, Boolean> expected = new TreeMap<>();
        Map<String, Boolean> granted = new TreeMap<>();

        // When
        for (String service : SERVICES) {
            for (String stream : SERVICES) {
                expected.put(service + " writes " + stream, service.equals(stream));
                granted.put(service + " writes " + stream, mayWrite(service, stream + ".events"));
            }
        }

        // Then
        assertEquals(expected, granted);
    }

    @Test
    void eachServiceReadsTheStreamsItFollowsInGroupsOfItsOwnName() {
        // Given
        Map<String, Boolean> expected = new TreeMap<>();
        Map<String, Boolean> granted = new TreeMap<>();

        // When
        for (String service : SERVICES) {
            for (String stream : SERVICES) {
                expected.put(service + " reads " + stream, !service.equals(stream));
                granted.put(service + " reads " + stream, mayRead(service, service + ".some", stream + ".events"));
            }
        }
        boolean inAnothersGroup = mayRead("team", "project.some", "appeal.events");

        // Then
        assertEquals(expected, granted);
        assertEquals(false, inAnothersGroup);
    }

    @Test
    void nobodyElseComesInAndNoServiceAdministers() throws Exception {
        // Given
        Map<String, Object> wrong = kafka.login("project", "guess");
        Map<String, Object> none = Map.of("bootstrap.servers", kafka.bootstrapServers());

        // When
        Throwable guessed = failure(wrong);
        Throwable silent = failure(none);
        Throwable making;
        try (Admin admin = Admin.create(kafka.login("project", ContainerKafka.passwordOf("project")))) {
            making = assertThrows(
                            ExecutionException.class,
                            () -> admin.createTopics(List.of(new NewTopic("project.more", 1, (short) 1)))
                                    .all()
                                    .get())
                    .getCause();
        }

        // Then
        assertInstanceOf(SaslAuthenticationException.class, guessed);
        // the broker ends each connection that does not log in, and the client tries until its time is over
        assertInstanceOf(TimeoutException.class, silent);
        Map<String, Object> right = kafka.login("project", ContainerKafka.passwordOf("project"));
        assertTrue(topics(right).contains("project.events"), "who logs in is answered in the same time");
        assertInstanceOf(AuthorizationException.class, making);
    }

    @Test
    void theStreamsAreTheSuitesAndMakingThemAgainChangesNothing() throws Exception {
        // Given
        try (Admin admin = Admin.create(kafka.login("admin", ContainerKafka.passwordOf("admin")))) {
            // When
            String said = kafka.giveRights();

            // Then
            assertTrue(said.contains("project: writes project.events, reads team.events appeal.events"), said);
            for (String topic : KafkaOptions.SUITE_TOPICS) {
                ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
                assertEquals(
                        KafkaOptions.SUITE_PARTITIONS,
                        admin.describeTopics(List.of(topic))
                                .allTopicNames()
                                .get()
                                .get(topic)
                                .partitions()
                                .size());
                assertEquals(
                        "-1",
                        admin.describeConfigs(List.of(resource))
                                .all()
                                .get()
                                .get(resource)
                                .get("retention.ms")
                                .value());
            }
        }
    }

    @Test
    void whatAnAccountMayNoLongerDoIsTakenAway() throws Exception {
        // Given
        AclBindingFilter ofTeam = new AclBindingFilter(
                ResourcePatternFilter.ANY,
                new AccessControlEntryFilter("User:team", null, AclOperation.ANY, AclPermissionType.ANY));
        AclBinding ofEarlier = new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, "project.events", PatternType.LITERAL),
                new AccessControlEntry("User:team", "*", AclOperation.WRITE, AclPermissionType.ALLOW));
        try (Admin admin = Admin.create(kafka.login("admin", ContainerKafka.passwordOf("admin")))) {
            Set<AclBinding> expected = sevenRights(admin, ofTeam);
            admin.createAcls(List.of(ofEarlier)).all().get();

            // When
            kafka.giveRights();

            // Then
            assertEquals(expected, sevenRights(admin, ofTeam));
            assertEquals(7, expected.size(), expected::toString);
        }
    }

    /** What was given or taken away is in force a moment after the answer. */
    private static Set<AclBinding> sevenRights(Admin admin, AclBindingFilter of) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        Set<AclBinding> rights;
        do {
            rights = Set.copyOf(admin.describeAcls(of).values().get());
        } while (rights.size() != 7 && System.nanoTime() < deadline);
        return rights;
    }

    private static boolean mayWrite(String service, String topic) {
        Map<String, Object> settings = new HashMap<>(kafka.login(service, ContainerKafka.passwordOf(service)));
        // as the relay sends
        settings.put("enable.idempotence", true);
        settings.put("acks", "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, 0, "key", "of " + service))
                    .get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthorizationException) {
                return false;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean mayRead(String service, String group, String topic) {
        Map<String, Object> settings = new HashMap<>(kafka.login(service, ContainerKafka.passwordOf(service)));
        settings.put("group.id", group);
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", false);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (consumer.assignment().isEmpty() && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200));
            }
            TopicPartition first = new TopicPartition(topic, 0);
            // needs the right to read the topic, and answers at once; a fetch may or may not have been answered yet
            consumer.commitSync(Map.of(first, new OffsetAndMetadata(0)), Duration.ofSeconds(10));
            return true;
        } catch (AuthorizationException e) {
            return false;
        }
    }

    private static Throwable failure(Map<String, Object> login) {
        return assertThrows(ExecutionException.class, () -> topics(login)).getCause();
    }

    private static Set<String> topics(Map<String, Object> login) throws ExecutionException, InterruptedException {
        Map<String, Object> settings = new HashMap<>(login);
        settings.put("default.api.timeout.ms", 10_000);
        settings.put("request.timeout.ms", 5_000);
        try (Admin admin = Admin.create(settings)) {
            return admin.listTopics().names().get();
        }
    }
}
