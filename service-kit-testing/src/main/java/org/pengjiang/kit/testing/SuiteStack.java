package org.pengjiang.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.pengjiang.localstack.LocalStack;
import org.pengjiang.localstack.StackOptions;
import org.pengjiang.localstack.postgres.ServiceDatabase;

/**
 * Real PostgreSQL and Kafka on free ports and a {@link TestIssuer} for the tests of one service: {@code @QuarkusTestResource(SuiteStack.class)}.
 * {@link Database} brings the tables back to what the migrations left.
 */
public class SuiteStack implements QuarkusTestResourceLifecycleManager {
    // 32 bytes that guard nothing but test data
    private static final String TEST_KEY = "dGhpcyBrZXkgZ3VhcmRzIG5vdGhpbmcgYXQgYWxsISE=";

    private @Nullable LocalStack stack;
    private @Nullable TestIssuer issuer;

    @Override
    public Map<String, String> start() {
        String service = service();
        LocalStack started = LocalStack.start(StackOptions.forTests(service));
        stack = started;
        ServiceDatabase database = started.postgres().database(service);
        ServiceDatabase.Account administrator = started.postgres().administrator();
        Database.at(database.jdbcUrl(), administrator.user(), administrator.password());
        TestIssuer tokens = TestIssuer.start();
        issuer = tokens;
        Map<String, String> configuration = new HashMap<>(tokens.configuration());
        configuration.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
        configuration.put("quarkus.datasource.username", database.app().user());
        configuration.put("quarkus.datasource.password", database.app().password());
        configuration.put("quarkus.flyway.username", database.owner().user());
        configuration.put("quarkus.flyway.password", database.owner().password());
        configuration.put("suite.kafka.bootstrap-servers", started.kafka().bootstrapServers());
        configuration.put("suite.crypto.keys", "t1:" + TEST_KEY);
        configuration.put("suite.crypto.index-key", TEST_KEY);
        // another service may already listen on the usual ports of this machine
        configuration.put("quarkus.http.test-port", "0");
        configuration.put("quarkus.management.test-port", "0");
        return configuration;
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

    @Override
    public void stop() {
        if (issuer != null) {
            issuer.close();
        }
        if (stack != null) {
            stack.close();
        }
    }
}
