package org.pengjiang.kit.testing;

import static java.util.Objects.requireNonNull;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.pengjiang.localstack.LocalStack;
import org.pengjiang.localstack.SharedServers;
import org.pengjiang.localstack.StackOptions;
import org.pengjiang.localstack.postgres.ServiceDatabase;

/**
 * Real PostgreSQL and Kafka on free ports, started once for all applications of a test run, and a {@link TestIssuer}:
 * {@code @QuarkusTestResource(SuiteStack.class)}. {@link Database} brings the tables back to what the migrations left.
 */
public class SuiteStack implements QuarkusTestResourceLifecycleManager {
    // 32 bytes that guard nothing but test data
    private static final String TEST_KEY = "dGhpcyBrZXkgZ3VhcmRzIG5vdGhpbmcgYXQgYWxsISE=";

    private static final String ADMINISTRATOR = "administrator";
    private static final String ADMINISTRATOR_PASSWORD = "administrator.password";

    @Override
    public Map<String, String> start() {
        String service = service();
        Map<String, String> configuration = new HashMap<>(SharedServers.settings(service, () -> servers(service)));
        Database.at(
                requireNonNull(configuration.get("quarkus.datasource.jdbc.url")),
                requireNonNull(configuration.remove(ADMINISTRATOR)),
                requireNonNull(configuration.remove(ADMINISTRATOR_PASSWORD)));
        configuration.putAll(TestIssuer.settings());
        configuration.put("suite.crypto.keys", "t1:" + TEST_KEY);
        configuration.put("suite.crypto.index-key", TEST_KEY);
        // another service may already listen on the usual ports of this machine
        configuration.put("quarkus.http.test-port", "0");
        configuration.put("quarkus.management.test-port", "0");
        return configuration;
    }

    private static Map<String, String> servers(String service) {
        LocalStack stack = LocalStack.start(StackOptions.forTests(service));
        ServiceDatabase database = stack.postgres().database(service);
        ServiceDatabase.Account administrator = stack.postgres().administrator();
        return Map.of(
                "suite.files.folder",
                FilesOfTests.emptied(),
                "quarkus.datasource.jdbc.url",
                database.jdbcUrl(),
                "quarkus.datasource.username",
                database.app().user(),
                "quarkus.datasource.password",
                database.app().password(),
                "quarkus.flyway.username",
                database.owner().user(),
                "quarkus.flyway.password",
                database.owner().password(),
                "suite.kafka.bootstrap-servers",
                stack.kafka().bootstrapServers(),
                ADMINISTRATOR,
                administrator.user(),
                ADMINISTRATOR_PASSWORD,
                administrator.password());
    }

    /** {@code suite.service} of the service under test. */
    private static String service() {
        Properties properties = new Properties();
        try (InputStream in =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("application.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String service = properties.getProperty("suite.service");
        if (service == null) {
            throw new IllegalStateException("application.properties of the service has no suite.service");
        }
        return service;
    }

    /** The servers go on for the next application. */
    @Override
    public void stop() {}
}
