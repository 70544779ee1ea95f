package org.pengjiang.kit.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where operations can be tried out in a browser: in the demo, and nowhere in production. */
class SwaggerUiByProfileTest {
    private static final Map<String, String> PLACES = Map.of(
            "quarkus.http.port",
            "8081",
            "quarkus.management.port",
            "18081",
            "mp.jwt.verify.issuer",
            "http://issuer/realms/x");

    @Test
    void productionShowsNoneAndNamesNoAddress() throws IOException {
        // When
        SmallRyeConfig config = config("prod");

        // Then
        assertEquals(Optional.of("false"), value(config, "quarkus.swagger-ui.enabled"));
        assertEquals(Optional.empty(), value(config, "suite.try-it-out.service"));
        assertEquals(Optional.empty(), value(config, "suite.try-it-out.authorization"));
        assertEquals(Optional.empty(), value(config, "suite.try-it-out.origins"));
    }

    @Test
    void theDemoNamesTheServiceTheIssuerAndItsOwnOrigin() throws IOException {
        // When
        SmallRyeConfig config = config("demo");

        // Then
        assertEquals(Optional.empty(), value(config, "quarkus.swagger-ui.enabled"));
        assertEquals(Optional.of("http://127.0.0.1:8081"), value(config, "suite.try-it-out.service"));
        assertEquals(
                Optional.of("http://issuer/realms/x/protocol/openid-connect/auth"),
                value(config, "suite.try-it-out.authorization"));
        assertEquals(
                Optional.of("http://127.0.0.1:18081,http://localhost:18081"),
                value(config, "suite.try-it-out.origins"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prod", "test", "demo"})
    void noProfileLetsEveryOriginIn(String profile) throws IOException {
        // When
        Optional<String> origins = value(config(profile), "suite.try-it-out.origins");

        // Then
        assertTrue(origins.filter(all -> all.contains("*")).isEmpty(), origins::toString);
    }

    private static Optional<String> value(SmallRyeConfig config, String name) {
        return config.getOptionalValue(name, String.class);
    }

    /** What the kit ships, and where a service stands. */
    private static SmallRyeConfig config(String profile) throws IOException {
        return new SmallRyeConfigBuilder()
                .withProfile(profile)
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(Objects.requireNonNull(
                        SwaggerUiByProfileTest.class.getResource("/META-INF/microprofile-config.properties"))))
                .withSources(new PropertiesConfigSource(PLACES, "places", 500))
                .build();
    }
}
