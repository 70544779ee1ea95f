package org.pengjiang.team.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.pengjiang.team.model.Metric;
import org.pengjiang.team.model.Periods;
import org.pengjiang.team.model.Stage;

/** Whole lives of projects: random gates, revisions, rulings, corrections and terminations. */
class LedgerHistoryTest {
    static final CountingRules RULES =
            new CountingRules(1, Set.of("REAL_ESTATE"), Set.of(), BigDecimal.ZERO, new BigDecimal("100000000"), false);

    static final Periods PERIODS = new Periods() {
        @Override
        public Instant cutOff(YearMonth month) {
            return month.plusMonths(1).atDay(6).atStartOfDay(CutOff.ZONE).toInstant();
        }

        @Override
        public boolean anyLocked(int year, Instant before) {
            return false;
        }
    };

    @Test
    void teamsAddUpToTheDistrictAfterEveryFactOfTenThousandRandomLives() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("LedgerHistoryTest seed=" + seed);
        Random random = new Random(seed);
        int posted = 0;
        for (int life = 0; life < 10_000; life++) {
            // Given
            ProjectAccount account = new ProjectAccount();
            Set<UUID> ids = new HashSet<>();
            for (ProjectFact fact : randomLife(random)) {
                // When
                List<Posting> postings = account.apply(fact, RULES, PERIODS).posted();
                // Then
                assertBalanced(postings, seed);
                postings.forEach(posting -> assertTrue(ids.add(posting.id()), () -> "id twice, seed " + seed));
                posted += postings.size();
            }
        }
        assertTrue(posted > 100_000, "the lives were too dull: " + posted);
    }

    @Test
    void everyTeamStandsAtItsSplitOfWhatTheDistrictHas() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("LedgerHistoryTest split seed=" + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            // Given
            List<Share> shares = SplittingCreditTest.randomShares(random);
            ProjectAccount account = new ProjectAccount();
            account.apply(counted(signed(random, LocalDate.of(2026, 3, 5), shares)), RULES, PERIODS);
            // When
            BigDecimal amount = balance(account, Metric.SIGNED_AMOUNT, Optional.empty());
            for (int revision = 0; revision < 5; revision++) {
                BigDecimal revised = yuan(random);
                account.apply(
                        new ProjectFact.AmountRevised(
                                UUID.randomUUID(), at("2026-04-10"), LocalDate.of(2026, 4, 9), revised, amount),
                        RULES,
                        PERIODS);
                amount = revised;
            }
            // Then
            BigDecimal whole = amount;
            new Shares(shares)
                    .split(whole, Metric.SIGNED_AMOUNT.quantity())
                    .forEach((team, part) -> assertEquals(
                            0,
                            part.compareTo(balance(account, Metric.SIGNED_AMOUNT, Optional.of(team))),
                            () -> "seed " + seed));
            assertEquals(0, whole.compareTo(balance(account, Metric.SIGNED_AMOUNT, Optional.empty())));
        }
    }

    static BigDecimal balance(ProjectAccount account, Metric metric, Optional<UUID> team) {
        return account.balances().getOrDefault(metric, Map.of()).getOrDefault(team, BigDecimal.ZERO);
    }

    static Instant at(String day) {
        return LocalDate.parse(day).atTime(10, 0).atZone(CutOff.ZONE).toInstant();
    }

    private static void assertBalanced(List<Posting> postings, long seed) {
        Map<String, BigDecimal> district = new HashMap<>();
        Map<String, BigDecimal> teams = new HashMap<>();
        for (Posting posting : postings) {
            String key = posting.metric() + " " + posting.period();
            (posting.isDistrict() ? district : teams).merge(key, posting.quantity(), BigDecimal::add);
        }
        Set<String> keys = new HashSet<>(district.keySet());
        keys.addAll(teams.keySet());
        for (String key : keys) {
            BigDecimal whole = district.getOrDefault(key, BigDecimal.ZERO);
            BigDecimal parts = teams.getOrDefault(key, BigDecimal.ZERO);
            assertEquals(
                    0, whole.compareTo(parts), () -> key + " district " + whole + " teams " + parts + " seed " + seed);
        }
    }

    private static List<ProjectFact> randomLife(Random random) {
        List<ProjectFact> facts = new ArrayList<>();
        LocalDate day = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(300));
        ProjectFact.StageReached signing = signed(random, day, SplittingCreditTest.randomShares(random));
        facts.add(signing);
        BigDecimal amount = signing.amountYuan();
        Stage stage = Stage.SIGNED;
        for (int step = 0; step < random.nextInt(8); step++) {
            day = day.plusDays(random.nextInt(60));
            Instant recorded = at(day.plusDays(random.nextInt(50)).toString());
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> {
                    Stage next = stage == Stage.AT_TARGET ? stage : Stage.values()[stage.ordinal() + 1];
                    facts.add(gate(random, day, recorded, stage, next, signing));
                    stage = next;
                }
                case 3, 4 -> {
                    BigDecimal revised = yuan(random);
                    facts.add(new ProjectFact.AmountRevised(UUID.randomUUID(), recorded, day, revised, amount));
                    amount = revised;
                }
                case 5 ->
                    facts.add(new ProjectFact.SharesRuled(
                            UUID.randomUUID(),
                            recorded,
                            day.minusDays(random.nextInt(120)),
                            SplittingCreditTest.randomShares(random)));
                case 6 -> {
                    facts.add(gate(random, day, recorded, stage, Stage.ADMITTED, signing));
                    ProjectFact.StageReached again = signed(random, day, SplittingCreditTest.randomShares(random));
                    facts.add(again);
                    amount = again.amountYuan();
                    stage = Stage.SIGNED;
                }
                default -> facts.add(new ProjectFact.Terminated(UUID.randomUUID(), recorded, day));
            }
        }
        return facts;
    }

    static ProjectFact.StageReached signed(Random random, LocalDate day, List<Share> shares) {
        BigDecimal amount = yuan(random);
        return new ProjectFact.StageReached(
                UUID.randomUUID(),
                at(day.plusDays(random.nextInt(60)).toString()),
                day,
                random.nextInt(5) == 0 ? "EXPANSION" : "NEW",
                Stage.ADMITTED,
                Stage.SIGNED,
                random.nextInt(10) == 0,
                amount,
                amount,
                amount,
                random.nextBoolean(),
                random.nextBoolean(),
                Traits.NO_CHAIN,
                random.nextInt(10) == 0 ? List.of("REAL_ESTATE") : List.of("GREEN"),
                shares);
    }

    private static ProjectFact gate(
            Random random, LocalDate day, Instant recorded, Stage from, Stage to, ProjectFact.StageReached signing) {
        return new ProjectFact.StageReached(
                UUID.randomUUID(),
                recorded,
                day,
                signing.kind(),
                from,
                to,
                false,
                signing.plannedTotalYuan(),
                signing.amountYuan(),
                signing.incrementYuan(),
                signing.separateFilingCode(),
                signing.manufacturing(),
                signing.chain(),
                signing.tags(),
                signing.shares());
    }

    private static ProjectFact.StageReached counted(ProjectFact.StageReached fact) {
        return new ProjectFact.StageReached(
                fact.eventId(),
                fact.recordedAt(),
                fact.businessDate(),
                fact.kind(),
                fact.from(),
                fact.to(),
                fact.historicalImport(),
                fact.plannedTotalYuan(),
                fact.amountYuan(),
                fact.incrementYuan(),
                fact.separateFilingCode(),
                fact.manufacturing(),
                fact.chain(),
                List.of(),
                fact.shares());
    }

    static BigDecimal yuan(Random random) {
        return BigDecimal.valueOf(random.nextLong(100, 700_000_000_000L), 2);
    }
}
