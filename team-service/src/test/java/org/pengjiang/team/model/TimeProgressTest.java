package org.pengjiang.team.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeProgressTest {

    @Test
    void theCurrentMonthCountsFromItsLastDay() {
        TimeProgress year = TimeProgress.monthly(2026);
        assertEquals(Rational.of(4, 12), year.at(LocalDate.of(2026, 5, 30)));
        assertEquals(Rational.of(5, 12), year.at(LocalDate.of(2026, 5, 31)));
        assertEquals(Rational.ZERO, year.at(LocalDate.of(2026, 1, 30)));
        assertEquals(Rational.ONE, year.at(LocalDate.of(2026, 12, 31)));
        assertEquals(Rational.of(2, 12), TimeProgress.monthly(2024).at(LocalDate.of(2024, 2, 29)));
        assertEquals(Rational.of(1, 12), TimeProgress.monthly(2024).at(LocalDate.of(2024, 2, 28)));
    }

    @Test
    void aTeamThatJoinedInTheYearHasTheRestOfIt() {
        TimeProgress fromApril = new TimeProgress(2026, 4, Curve.LINEAR_MONTH, List.of(), day -> true);
        assertEquals(Rational.ZERO, fromApril.at(LocalDate.of(2026, 3, 31)));
        assertEquals(Rational.of(1, 9), fromApril.at(LocalDate.of(2026, 4, 30)));
        assertEquals(Rational.ONE, fromApril.at(LocalDate.of(2026, 12, 31)));
    }

    @Test
    void daysCountThemselves() {
        TimeProgress daily = new TimeProgress(2026, 1, Curve.LINEAR_DAY, List.of(), day -> true);
        assertEquals(Rational.of(1, 365), daily.at(LocalDate.of(2026, 1, 1)));
        assertEquals(Rational.ONE, daily.at(LocalDate.of(2026, 12, 31)));
    }

    @Test
    void aCustomCurveStepsAtMonthEnds() {
        List<Integer> curve = List.of(0, 500, 1000, 2000, 3000, 5000, 6000, 7000, 8000, 9000, 9500, 10_000);
        TimeProgress custom = new TimeProgress(2026, 1, Curve.CUSTOM, curve, day -> true);
        assertEquals(Rational.ZERO, custom.at(LocalDate.of(2026, 1, 15)));
        assertEquals(Rational.of(30, 100), custom.at(LocalDate.of(2026, 5, 31)));
        assertEquals(Rational.of(20, 100), custom.at(LocalDate.of(2026, 5, 30)));
        assertEquals(Rational.ONE, custom.at(LocalDate.of(2026, 12, 31)));
    }

    @Test
    void thePublishedBulletinsComeOut() {
        assertFigures("19322000000", "12602000000", LocalDate.of(2022, 6, 30), "65.22", "15.22");
        assertFigures("21183000000", "19454000000", LocalDate.of(2023, 9, 30), "91.84", "16.84");
    }

    @Test
    void theWorkedExampleComesOut() {
        LocalDate may = LocalDate.of(2026, 5, 31);
        Progress ahead = assertFigures("2000000000", "900000000", may, "45.00", "3.33");
        Progress behind = assertFigures("2000000000", "650000000", may, "32.50", "-9.17");
        Progress far = assertFigures("2000000000", "580000000", may, "29.00", "-12.67");
        assertEquals("1.080", ahead.ratio().orElseThrow().rounded(3).toPlainString());
        assertEquals("0.780", behind.ratio().orElseThrow().rounded(3).toPlainString());
        assertEquals("0.696", far.ratio().orElseThrow().rounded(3).toPlainString());
        assertEquals(Light.GREEN, LightRule.DEFAULT.of(ahead, List.of()));
        assertEquals(Light.YELLOW, LightRule.DEFAULT.of(behind, List.of()));
        assertEquals(Light.RED, LightRule.DEFAULT.of(far, List.of()));
        LightRule points =
                new LightRule(LightMode.POINTS, BigDecimal.ONE, new BigDecimal("0.70"), new BigDecimal("-30"));
        assertEquals(Light.YELLOW, points.of(far, List.of()));
    }

    @Test
    void lightsChangeExactlyAtTheirBorders() {
        assertEquals(Light.GREEN, ratio("500000000.00", "1000000000", 6));
        assertEquals(Light.YELLOW, ratio("499999999.99", "1000000000", 6));
        assertEquals(Light.YELLOW, ratio("350000000.00", "1000000000", 6));
        assertEquals(Light.RED, ratio("349999999.99", "1000000000", 6));
        assertEquals(Light.GREY, ratio("100.00", "1000000000", 0));
        assertEquals(Light.GREY, ratio("100.00", "0", 6));
        assertEquals(
                Light.GREY,
                LightRule.DEFAULT.of(new Progress(Optional.empty(), Rational.ONE, Rational.ONE), List.of()));
    }

    @Test
    void pointsAreYellowDownToThirtyBehind() {
        LightRule points =
                new LightRule(LightMode.POINTS, BigDecimal.ONE, new BigDecimal("0.70"), new BigDecimal("-30"));
        assertEquals(Light.GREEN, points.of(progress("50.00", "100", 6), List.of()));
        assertEquals(Light.YELLOW, points.of(progress("49.99", "100", 6), List.of()));
        assertEquals(Light.YELLOW, points.of(progress("20.00", "100", 6), List.of()));
        assertEquals(Light.RED, points.of(progress("19.99", "100", 6), List.of()));
    }

    @Test
    void monthsMissedInARowAreRed() {
        LightRule monthly =
                new LightRule(LightMode.MONTHLY, BigDecimal.ONE, new BigDecimal("0.70"), new BigDecimal("-30"));
        Progress some = progress("10.00", "100", 6);
        assertEquals(Light.GREY, monthly.of(some, List.of()));
        assertEquals(Light.GREEN, monthly.of(some, List.of(false, false, true)));
        assertEquals(Light.YELLOW, monthly.of(some, List.of(false, true, false)));
        assertEquals(Light.YELLOW, monthly.of(some, List.of(false)));
        assertEquals(Light.RED, monthly.of(some, List.of(true, false, false)));
    }

    private static Light ratio(String credited, String target, int months) {
        return LightRule.DEFAULT.of(progress(credited, target, months), List.of());
    }

    private static Progress progress(String credited, String target, int months) {
        return new Progress(
                Optional.of(Rational.of(new BigDecimal(target))),
                Rational.of(new BigDecimal(credited)),
                Rational.of(months, 12));
    }

    private static Progress assertFigures(String target, String credited, LocalDate asOf, String percent, String gap) {
        Progress progress = new Progress(
                Optional.of(Rational.of(new BigDecimal(target))),
                Rational.of(new BigDecimal(credited)),
                TimeProgress.monthly(asOf.getYear()).at(asOf));
        assertEquals(percent, progress.percent().orElseThrow().rounded(2).toPlainString());
        assertEquals(gap, progress.gap().orElseThrow().rounded(2).toPlainString());
        return progress;
    }
}
