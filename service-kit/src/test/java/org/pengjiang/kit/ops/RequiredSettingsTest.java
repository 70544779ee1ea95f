package org.pengjiang.kit.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings that every service shares, read in each profile as a service reads them. */
class RequiredSettingsTest {
    private static final Map<String, String> DECIDED = Map.of(
            "SUITE_ISSUER", "https://login.example.org/realms/pengjiang",
            "SUITE_JWKS_URL", "https://login.example.org/realms/pengjiang/protocol/openid-connect/certs",
            "SUITE_DIVISION", "44",
            "SUITE_NOTICES_CHANNEL", "OFF",
            "SUITE_KAFKA", "kafka.example.org:9093",
            "SUITE_DATABASE_URL", "jdbc:postgresql://postgres.example.org:5432/kit",
            "SUITE_DATABASE_PASSWORD", "a-password",
            "SUITE_DATABASE_OWNER_PASSWORD", "another-password",
            "SUITE_CRYPTO_KEYS", "k1:a-key",
            "SUITE_CRYPTO_INDEX_KEY", "a-key");

    @Test
    void inProductionOneMessageNamesEverythingThatIsMissing() {
        // When
        ConfigValidationException failure =
                assertThrows(ConfigValidationException.class, () -> read("prod", Map.of("SUITE_DIVISION", " ")));

        // Then
        assertEquals(1, failure.getProblemCount(), failure::getMessage);
        assertEquals(
                "Production has no default for these settings, and they are not set:"
                        + " SUITE_CRYPTO_INDEX_KEY, SUITE_CRYPTO_KEYS, SUITE_DATABASE_OWNER_PASSWORD,"
                        + " SUITE_DATABASE_PASSWORD, SUITE_DATABASE_URL,"
                        + " SUITE_DIVISION, SUITE_ISSUER, SUITE_JWKS_URL, SUITE_KAFKA, SUITE_NOTICES_CHANNEL."
                        + " Set them, or start with the profile demo.",
                failure.getProblem(0).getMessage());
    }

    @Test
    void eachOneAloneIsEnoughToRefuse() {
        for (String missing : DECIDED.keySet()) {
            // Given
            Map<String, String> environment = new HashMap<>(DECIDED);
            environment.remove(missing);

            // When
            ConfigValidationException failure =
                    assertThrows(ConfigValidationException.class, () -> read("prod", environment), missing);

            // Then
            assertTrue(failure.getMessage().contains("are not set: " + missing + "."), failure::getMessage);
        }
    }

    @Test
    void productionThatIsDecidedIsReadAsItWasSaidAndTellsNothingToStrangers() throws IOException {
        // When
        SmallRyeConfig production = read("prod", DECIDED);

        // Then
        assertEquals(DECIDED.get("SUITE_ISSUER"), production.getRawValue("mp.jwt.verify.issuer"));
        assertEquals(DECIDED.get("SUITE_KAFKA"), production.getRawValue("suite.kafka.bootstrap-servers"));
        assertEquals("false", production.getRawValue("suite.management.open"));
        assertEquals("false", production.getRawValue("quarkus.swagger-ui.enabled"));
        assertEquals("false", production.getRawValue("quarkus.smallrye-openapi.enabled"));
        assertEquals("5s", production.getRawValue("quarkus.shutdown.delay"));
    }

    @ParameterizedTest
    @CsvSource({
        "FOLDER, SUITE_FILES_FOLDER",
        "S3, 'SUITE_FILES_S3_ACCESS_KEY, SUITE_FILES_S3_BUCKET, SUITE_FILES_S3_SECRET_KEY'"
    })
    void whatAServiceWithFilesHasToDecideDependsOnTheStore(String store, String missing) {
        // Given
        Map<String, String> environment = new HashMap<>(DECIDED);
        environment.put("suite.files.enabled", "true");
        environment.put("SUITE_FILES_STORE", store);
        // as Compose passes on what .env leaves empty
        environment.put("SUITE_FILES_S3_BUCKET", "");

        // When
        ConfigValidationException failure =
                assertThrows(ConfigValidationException.class, () -> read("prod", environment));

        // Then
        assertTrue(failure.getMessage().contains("are not set: " + missing + "."), failure::getMessage);
    }

    @Test
    void keysOfTheStoreMayComeFromMountedFiles() throws IOException {
        // Given
        Map<String, String> environment = new HashMap<>(DECIDED);
        environment.put("suite.files.enabled", "true");
        environment.put("SUITE_FILES_STORE", "S3");
        environment.put("SUITE_FILES_S3_BUCKET", "suite-files");
        environment.put("SUITE_FILES_S3_ACCESS_KEY_FILE", "/run/secrets/access-key");
        environment.put("SUITE_FILES_S3_SECRET_KEY_FILE", "/run/secrets/secret-key");

        // When
        SmallRyeConfig production = read("prod", environment);

        // Then
        assertEquals("suite-files", production.getRawValue("suite.files.s3.bucket"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "test", "dev"})
    void otherProfilesKeepTheirDefaults(String profile) throws IOException {
        // When
        SmallRyeConfig configuration = read(profile, Map.of());

        // Then
        assertEquals("http://127.0.0.1:8090/realms/pengjiang", configuration.getRawValue("mp.jwt.verify.issuer"));
        assertEquals("127.0.0.1:9092", configuration.getRawValue("suite.kafka.bootstrap-servers"));
        assertEquals("44", configuration.getRawValue("suite.anchor.division"));
        assertEquals("true", configuration.getRawValue("suite.management.open"));
    }

    private static SmallRyeConfig read(String profile, Map<String, String> environment) throws IOException {
        Map<String, String> settings = new HashMap<>(environment);
        settings.put("suite.service", "kit");
        // as the environment gives them: by the property's own name
        if (environment.containsKey("SUITE_CRYPTO_KEYS")) {
            settings.put("suite.crypto.keys", environment.get("SUITE_CRYPTO_KEYS"));
        }
        if (environment.containsKey("SUITE_CRYPTO_INDEX_KEY")) {
            settings.put("suite.crypto.index-key", environment.get("SUITE_CRYPTO_INDEX_KEY"));
        }
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withProfile(profile)
                .withSources(new PropertiesConfigSource(
                        Objects.requireNonNull(
                                RequiredSettings.class.getResource("/META-INF/microprofile-config.properties")),
                        110))
                .withSources(new PropertiesConfigSource(settings, "environment", 300))
                .withMapping(RequiredSettings.class)
                .withCustomizers(new RequiredSettingsCheck())
                .build();
    }
}
