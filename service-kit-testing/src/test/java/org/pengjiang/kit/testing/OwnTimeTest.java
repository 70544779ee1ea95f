package org.pengjiang.kit.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.chrono.JapaneseDate;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Each way to pass by the injected clock is found, and its own methods are not. */
class OwnTimeTest {
    @SuppressWarnings({"unused", "JavaUtilDate"})
    static final class Asking {
        List<Object> byItself() {
            Supplier<Instant> reference = Instant::now;
            return List.of(
                    reference,
                    OffsetDateTime.now(),
                    LocalDate.now(ZoneId.of("Asia/Shanghai")),
                    JapaneseDate.now(),
                    System.currentTimeMillis(),
                    new Date(),
                    new GregorianCalendar(),
                    Calendar.getInstance(),
                    InstantSource.system(),
                    Clock.systemUTC(),
                    Clock.tickMillis(ZoneId.of("Asia/Shanghai")));
        }

        List<Object> by(Clock clock) {
            return List.of(Instant.now(clock), LocalDate.now(clock), new Date(0), clock.instant());
        }
    }

    @Test
    void everyWayIsFound() {
        EvaluationResult result = noClasses()
                .should(OwnTime.askTheMachine())
                .evaluate(new ClassFileImporter().importClasses(Asking.class));

        assertEquals(
                11,
                result.getFailureReport().getDetails().size(),
                String.join("\n", result.getFailureReport().getDetails()));
    }
}
