package org.pengjiang.kit.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How letters leave is said by somebody in production, and the log is no way to leave. */
class ChoosingAChannelTest {
    @Test
    void inProductionAServiceWithoutAChannelDoesNotStart() throws IOException {
        // Given
        NoticeConfig nothingSaid = settings("prod", Map.of());

        // When
        IllegalStateException refusal =
                assertThrows(IllegalStateException.class, () -> SendNotices.channel(nothingSaid));

        // Then
        assertTrue(refusal.getMessage().contains("SUITE_NOTICES_CHANNEL"), refusal.getMessage());
        for (String said : new String[] {"OFF", "LOG"}) {
            assertEquals(
                    said,
                    SendNotices.channel(settings("prod", Map.of("SUITE_NOTICES_CHANNEL", said)))
                            .name());
        }
    }

    @Test
    void aDeveloperAndTheDemoWriteLettersIntoTheLog() throws IOException {
        // Given
        // When
        // Then
        for (String profile : new String[] {"dev", "test", "demo"}) {
            assertEquals("LOG", SendNotices.channel(settings(profile, Map.of())).name(), profile);
        }
    }

    @Test
    void aLetterInTheLogIsSkippedAndNeverSent() {
        // Given
        RenderedNotice rendered =
                new RenderedNotice(UUID.randomUUID(), "ACCOUNT alice", null, "subject", "body", "en", Instant.EPOCH);

        // When
        Delivery delivery = new LogChannel().open().send(rendered);

        // Then
        assertEquals(new Delivery.Skipped("LOGGED"), delivery);
    }

    /** As the kit ships them, under a profile, with some variables set. */
    private static NoticeConfig settings(String profile, Map<String, String> variables) throws IOException {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                // durations as the framework reads them
                .withConverter(Duration.class, 200, new DurationConverter())
                .withProfile(profile)
                .withSources(new PropertiesConfigSource(
                        NoticeConfig.class.getResource("/META-INF/microprofile-config.properties")))
                .withSources(new PropertiesConfigSource(variables, "variables", 900))
                .withMapping(NoticeConfig.class)
                .build()
                .getConfigMapping(NoticeConfig.class);
    }
}
