package org.pengjiang.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

/**
 * The engine against the minute oracle on random calendars: T11 all 127 weekday sets, T12 one to three intervals a day,
 * T01 pauses, T03 dues inside working time, T06 backward walks.
 */
class DeadlineLawsTest {

    private static final int CALENDARS_PER_WEEKDAY_SET = 1;
    private static final int QUESTIONS = 80;
    private static final BitSet NONE = new BitSet();

    /** One random calendar with its oracle, asked by one law. */
    private record Case(Random random, CalendarData data, CalendarVersion calendar, MinuteOracle oracle) {

        /** A minute of the year, so far from its end that most answers lie in it. */
        int minute() {
            return random.nextInt(oracle.minutes() * 2 / 3);
        }

        int amount() {
            return random.nextInt(4) == 0 ? 1 + random.nextInt(60) : 1 + random.nextInt(5_000);
        }

        List<Pause> pauses(int start) {
            List<Pause> pauses = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                int from = Math.max(0, start - 500 + random.nextInt(12_000));
                pauses.add(new Pause(at(from), at(from + random.nextInt(4_000))));
            }
            return pauses;
        }

        static Instant at(int minute) {
            return MinuteOracle.instant(minute);
        }
    }

    private interface Law {
        void ask(Case question);
    }

    /** Asks a law on calendars of every weekday set and demands that most answers could be compared. */
    private static void forAll(String name, Law law) {
        Random random = Seed.random(name);
        int asked = 0;
        int compared = 0;
        for (int round = 0; round < CALENDARS_PER_WEEKDAY_SET; round++) {
            for (int weekdaySet = 1; weekdaySet <= 127; weekdaySet++) {
                CalendarData data = new RandomCalendar(random).of(weekdaySet);
                Case question = new Case(random, data, CalendarVersion.of(data), new MinuteOracle(data));
                for (int i = 0; i < QUESTIONS; i++) {
                    asked++;
                    compared += answered(law, question) ? 1 : 0;
                }
            }
        }
        System.out.println(name + ": " + compared + " of " + asked + " compared");
        assertTrue(compared > asked * 3 / 4, "too many answers lay outside the year: " + compared + " of " + asked);
    }

    private static boolean answered(Law law, Case question) {
        try {
            law.ask(question);
            return true;
        } catch (MinuteOracle.BeyondTheYear e) {
            return false;
        } catch (AssertionError | CalendarException e) {
            throw new AssertionError(e.getMessage() + "\n" + CalendarFile.write(question.data()), e);
        }
    }

    @Test
    void addingAndMeasuringWorkingMinutesAgreesWithTheOracle() {
        forAll("addingAndMeasuring", question -> {
            // Given
            int start = question.minute();
            int amount = question.amount();
            int expected = question.oracle().add(start, amount, false, NONE);
            // When
            Deadline due = question.calendar().addWorkingMinutes(Case.at(start), amount);
            // Then
            assertEquals(Case.at(expected), due.dueAt());
            assertTrue(question.oracle().isInsideOrAtTheEnd(expected));
            assertEquals(amount, question.calendar().workingMinutesBetween(Case.at(start), due.dueAt()));
            int other = question.minute();
            assertEquals(
                    question.oracle().between(Math.min(start, other), Math.max(start, other)),
                    Math.abs(question.calendar().workingMinutesBetween(Case.at(start), Case.at(other))));
        });
    }

    @Test
    void walkingBackwardsAgreesWithTheOracleAndUndoesAdding() {
        forAll("walkingBackwards", question -> {
            // Given
            int start = question.minute();
            int amount = question.amount();
            int end = question.oracle().add(start, amount, false, NONE);
            int expected = question.oracle().subtract(end, amount, false, NONE);
            // When
            Instant back = question.calendar().subtractWorkingMinutes(Case.at(end), amount);
            // Then
            assertEquals(Case.at(expected), back);
            assertTrue(question.oracle().isWorked(expected), "a warning belongs inside working time");
            assertEquals(amount, question.calendar().workingMinutesBetween(back, Case.at(end)));
            assertEquals(question.calendar().nextWorkingMoment(Case.at(start)), back);
        });
    }

    @Test
    void endsOfWorkdaysAgreeWithTheOracle() {
        forAll("endsOfWorkdays", question -> {
            // Given
            int start = question.minute();
            int n = 1 + question.random().nextInt(12);
            int expected = question.oracle().endOfWorkday(start, n);
            // When
            Deadline due = question.calendar().endOfNthWorkday(Case.at(start), n);
            // Then
            assertEquals(Case.at(expected), due.dueAt());
            assertEquals(
                    ShanghaiTime.date(Case.at(expected - 1)),
                    question.calendar().addWorkdays(ShanghaiTime.date(Case.at(start)), n));
        });
    }

    @Test
    void pausesCountInTheUnitOfTheirClock() {
        forAll("pauses", question -> {
            // Given
            int start = question.minute();
            int amount = question.amount();
            int days = 1 + amount % 10;
            List<Pause> pauses = question.pauses(start);
            BitSet paused = MinuteOracle.paused(pauses);
            MinuteOracle oracle = question.oracle();
            int workdayEnd = oracle.endOfWorkday(start, days);
            // When / Then
            requireDue(
                    question,
                    start,
                    Target.workingMinutes(amount),
                    pauses,
                    () -> oracle.add(start, amount, false, paused));
            requireDue(
                    question,
                    start,
                    Target.naturalMinutes(amount),
                    pauses,
                    () -> oracle.add(start, amount, true, paused));
            requireDue(
                    question,
                    start,
                    Target.naturalDays(days),
                    pauses,
                    () -> oracle.add(start, days * 1440, true, paused));
            requireDue(
                    question,
                    start,
                    Target.endOfWorkday(days),
                    pauses,
                    () -> oracle.add(start, oracle.between(start, workdayEnd), false, paused));
        });
    }

    @Test
    void endsOfNaturalDaysAgreeWithTheOracle() {
        forAll("endsOfNaturalDays", question -> {
            // Given
            int start = question.minute();
            int days = 1 + question.random().nextInt(20);
            List<Pause> pauses = question.pauses(start);
            MinuteOracle oracle = question.oracle();
            int end = oracle.endOfNaturalDay(start, days);
            // When / Then
            requireDue(question, start, Target.endOfNaturalDay(days), List.of(), () -> end);
            requireDue(
                    question,
                    start,
                    Target.endOfNaturalDay(days),
                    pauses,
                    () -> oracle.add(start, oracle.between(start, end), false, MinuteOracle.paused(pauses)));
        });
    }

    @Test
    void windowsEndAtMidnightAndNeverLieWhollyInDaysOff() {
        forAll("windows", question -> {
            // Given
            int start = question.minute();
            int days = 1 + question.random().nextInt(10);
            List<Pause> pauses = question.pauses(start);
            BitSet paused = MinuteOracle.paused(pauses);
            MinuteOracle oracle = question.oracle();
            int bare = (start / 1440 + days + 1) * 1440;
            int end = oracle.add(start, bare - start, true, paused);
            int expected = oracle.midnight(start, end);
            // When
            int due = MinuteOracle.minute(question.calendar()
                    .deadline(Case.at(start), Target.midnightOfNaturalDay(days), pauses)
                    .dueAt());
            // Then
            int heldAtItsEnd = paused.nextSetBit(end);
            if (heldAtItsEnd < 0 || heldAtItsEnd >= expected) {
                assertEquals(expected, due);
            } else {
                assertTrue(due >= expected);
                assertTrue(due > paused.nextClearBit(heldAtItsEnd), "over when it resumes");
            }
            assertEquals(0, due % 1440);
        });
    }

    @Test
    void naturalDaysRollForwardAfterTheirPausesAndNeverUnderAPause() {
        forAll("rolling", question -> {
            // Given
            int start = question.minute();
            int days = 1 + question.random().nextInt(10);
            List<Pause> pauses = question.pauses(start);
            BitSet paused = MinuteOracle.paused(pauses);
            int end = question.oracle().add(start, days * 1440, true, paused);
            int expected = question.oracle().rolled(end);
            // When
            int due = MinuteOracle.minute(question.calendar()
                    .deadline(Case.at(start), Target.naturalDaysRolledForward(days), pauses)
                    .dueAt());
            // Then
            int heldInTheRoll = paused.nextSetBit(end);
            if (heldInTheRoll < 0 || heldInTheRoll >= expected) {
                assertEquals(expected, due);
            } else {
                assertTrue(due >= expected);
                assertTrue(due > paused.nextClearBit(heldInTheRoll), "late when it resumes");
                assertEquals(due, question.oracle().endOfWorkday(due - 1, 0));
            }
        });
    }

    @Test
    void addingIsMonotoneAndAdditive() {
        forAll("monotoneAndAdditive", question -> {
            // Given moments and amounts in odd seconds
            CalendarVersion calendar = question.calendar();
            Instant a = Case.at(question.minute()).plusSeconds(question.random().nextInt(60));
            Instant b = a.plusSeconds(question.random().nextInt(100_000));
            long m = question.random().nextInt(200_000);
            long n = question.random().nextInt(200_000);
            question.oracle().add(MinuteOracle.minute(b) + 1, (int) ((m + n) / 60) + 2, false, NONE);
            // When
            Instant whole = calendar.addWorkingSeconds(a, m + n).dueAt();
            Instant inSteps = calendar.addWorkingSeconds(
                            calendar.addWorkingSeconds(a, m).dueAt(), n)
                    .dueAt();
            // Then
            assertEquals(n == 0 ? inSteps : whole, inSteps);
            assertEquals(m + n, calendar.workingSecondsBetween(a, whole));
            assertTrue(!calendar.addWorkingSeconds(b, m)
                    .dueAt()
                    .isBefore(calendar.addWorkingSeconds(a, m).dueAt()));
            assertTrue(!whole.isBefore(calendar.addWorkingSeconds(a, m).dueAt()));
            assertEquals(m, calendar.workingSecondsBetween(calendar.subtractWorkingSeconds(whole, m), whole));
        });
    }

    private static void requireDue(Case question, int start, Target target, List<Pause> pauses, IntSupplier oracle) {
        Instant expected = Case.at(oracle.getAsInt());
        Deadline due = question.calendar().deadline(Case.at(start), target, pauses);
        assertEquals(expected, due.dueAt(), () -> target + " from " + Case.at(start) + " " + pauses);
    }
}
