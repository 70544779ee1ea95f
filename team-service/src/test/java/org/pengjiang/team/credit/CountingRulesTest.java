package org.pengjiang.team.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pengjiang.team.credit.LedgerHistoryTest.PERIODS;
import static org.pengjiang.team.credit.LedgerHistoryTest.RULES;
import static org.pengjiang.team.credit.LedgerHistoryTest.at;
import static org.pengjiang.team.credit.LedgerHistoryTest.balance;
import static org.pengjiang.team.credit.SplittingCreditTest.share;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pengjiang.team.model.Metric;
import org.pengjiang.team.model.Stage;

/** The counting rules, one by one. */
class CountingRulesTest {
    private static final UUID T01 = new UUID(0x7000, 1);
    private static final UUID T02 = new UUID(0x7000, 2);
    private static final List<Share> ALL_T01 = List.of(share(T01, "T01", 10_000));
    private static final List<Share> ALL_T02 = List.of(share(T02, "T02", 10_000));
    private static final List<Share> HALVES = List.of(share(T01, "T01", 5000), share(T02, "T02", 5000));

    private final ProjectAccount account = new ProjectAccount();

    @Test
    void oneSigningEarnsCountAmountAndEveryBandItReaches() {
        // Given
        // When
        apply(signing("1200000000.00").on("2026-03-05").sharedBy(HALVES));
        // Then
        assertEquals(0, new BigDecimal("600000000").compareTo(of(Metric.SIGNED_AMOUNT, T01)));
        assertEquals(0, new BigDecimal("0.5").compareTo(of(Metric.SIGNED_COUNT, T02)));
        assertEquals(0, BigDecimal.ONE.compareTo(district(Metric.COUNT_100M)));
        assertEquals(0, BigDecimal.ONE.compareTo(district(Metric.COUNT_500M)));
        assertEquals(0, BigDecimal.ONE.compareTo(district(Metric.COUNT_1BN)));
        assertEquals(0, BigDecimal.ZERO.compareTo(district(Metric.COUNT_2BN)));
    }

    @Test
    void aSecondSigningEarnsNothing() {
        // Given
        apply(signing("100.00").on("2026-03-05"));
        // When
        ProjectAccount.Outcome outcome = apply(signing("900.00").on("2026-04-05"));
        // Then
        assertEquals(List.of(), outcome.posted());
        assertEquals(Optional.of("SIGNED_BEFORE"), outcome.uncounted());
    }

    @Test
    void aStageIsEarnedOnceEvenIfItIsReachedTwice() {
        // Given
        apply(signing("100.00").on("2026-03-05"));
        apply(gate(Stage.SIGNED, Stage.REGISTERED).on("2026-04-05"));
        // When
        ProjectAccount.Outcome again =
                apply(gate(Stage.SIGNED, Stage.REGISTERED).on("2026-05-05"));
        // Then
        assertEquals(List.of(), again.posted());
        assertEquals(0, BigDecimal.ONE.compareTo(district(Metric.REGISTERED_COUNT)));
    }

    @Test
    void anExpansionEarnsItsIncrementAndIsNoNewProject() {
        // Given
        // When
        ProjectAccount.Outcome outcome = apply(signing("900000000.00")
                .kind("EXPANSION")
                .adding("99999999.99")
                .ownFiling()
                .on("2026-03-05"));
        // Then
        assertEquals(0, new BigDecimal("99999999.99").compareTo(district(Metric.SIGNED_AMOUNT)));
        assertEquals(0, BigDecimal.ZERO.compareTo(district(Metric.SIGNED_COUNT)));
        assertEquals(0, BigDecimal.ZERO.compareTo(district(Metric.COUNT_100M)));
        assertEquals(Optional.of("INCREMENT_ONLY"), outcome.uncounted());
    }

    @Test
    void aLargeExpansionWithItsOwnFilingIsANewProjectOfTheSizeOfItsIncrement() {
        // Given
        // When
        apply(signing("900000000.00")
                .kind("EXPANSION")
                .adding("100000000.00")
                .ownFiling()
                .on("2026-03-05"));
        // Then
        assertEquals(0, BigDecimal.ONE.compareTo(district(Metric.SIGNED_COUNT)));
        assertEquals(0, BigDecimal.ONE.compareTo(district(Metric.COUNT_100M)));
        assertEquals(0, BigDecimal.ZERO.compareTo(district(Metric.COUNT_500M)));
    }

    @Test
    void aPhaseOfASignedContractEarnsNothingAtAnyStage() {
        // Given
        apply(signing("900000000.00").kind("PHASE").on("2026-03-05"));
        // When
        ProjectAccount.Outcome start =
                apply(gate(Stage.SIGNED, Stage.REGISTERED).kind("PHASE").on("2026-04-05"));
        // Then
        assertEquals(List.of(), account.postings());
        assertEquals(Optional.of("PHASE_OF_SIGNED"), start.uncounted());
    }

    @Test
    void anExcludedKindEarnsNothing() {
        // Given
        // When
        ProjectAccount.Outcome outcome =
                apply(signing("900000000.00").tagged("REAL_ESTATE").on("2026-03-05"));
        // Then
        assertEquals(List.of(), outcome.posted());
        assertEquals(Optional.of("EXCLUDED_KIND"), outcome.uncounted());
    }

    @Test
    void aRevisionPostsTheDifferenceOfTheSplits() {
        // Given
        apply(signing("100.01").on("2026-03-05").sharedBy(HALVES));
        // When
        List<Posting> posted = apply(revision("100.01", "100.00", "2026-06-10")).posted();
        // Then
        assertEquals(2, posted.size());
        assertTrue(posted.stream().allMatch(it -> it.kind() == EntryKind.ADJUST));
        assertEquals(0, new BigDecimal("50.00").compareTo(of(Metric.SIGNED_AMOUNT, T01)));
        assertEquals(0, new BigDecimal("50.00").compareTo(of(Metric.SIGNED_AMOUNT, T02)));
        assertEquals(LocalDate.of(2026, 6, 10), posted.getFirst().effectiveOn());
    }

    @Test
    void aFallBelowTheBandReversesItAndALaterRiseEarnsNothing() {
        // Given
        apply(signing("500000000.00").on("2026-03-05"));
        // When
        apply(revision("500000000.00", "499999999.99", "2026-06-10"));
        List<Posting> rise =
                apply(revision("499999999.99", "2000000000.00", "2026-07-10")).posted();
        // Then
        assertEquals(0, BigDecimal.ZERO.compareTo(district(Metric.COUNT_500M)));
        assertEquals(0, BigDecimal.ONE.compareTo(district(Metric.COUNT_100M)));
        assertEquals(
                Set.of(Metric.SIGNED_AMOUNT), rise.stream().map(Posting::metric).collect(Collectors.toSet()));
    }

    @Test
    void whatIsRecordedAfterTheCutOffCountsOnTheDayOfRecordingAsAdjustment() {
        // Given
        // When
        List<Posting> late =
                apply(signing("100.00").on("2026-03-31").recorded("2026-04-06")).posted();
        // Then
        assertTrue(late.stream().allMatch(it -> it.kind() == EntryKind.ADJUST && it.cause() == Cause.LATE_GATE));
        assertEquals(LocalDate.of(2026, 4, 6), late.getFirst().effectiveOn());
        assertEquals(LocalDate.of(2026, 3, 31), late.getFirst().earnedOn());
    }

    @Test
    void theLastMomentBeforeTheCutOffIsInTime() {
        // Given
        // When
        List<Posting> inTime =
                apply(signing("100.00").on("2026-03-31").recorded("2026-04-05")).posted();
        // Then
        assertTrue(inTime.stream().allMatch(it -> it.kind() == EntryKind.EARN));
        assertEquals(LocalDate.of(2026, 3, 31), inTime.getFirst().effectiveOn());
    }

    @Test
    void aHistoricalImportIsExemptAndMarked() {
        // Given
        // When
        List<Posting> posted = apply(signing("100.00")
                        .on("2022-03-31")
                        .recorded("2026-04-05")
                        .imported())
                .posted();
        // Then
        assertTrue(posted.stream().allMatch(it -> it.kind() == EntryKind.EARN && it.historical()));
        assertEquals(LocalDate.of(2022, 3, 31), posted.getFirst().effectiveOn());
    }

    @Test
    void aTransferLeavesWhatWasEarnedAndMovesWhatComesAfter() {
        // Given
        apply(signing("100.00").on("2026-03-05").sharedBy(ALL_T01));
        // When
        apply(ruling(ALL_T02, "2026-05-01", "2026-05-02"));
        apply(gate(Stage.SIGNED, Stage.REGISTERED).on("2026-06-05"));
        // Then
        assertEquals(0, new BigDecimal("100").compareTo(of(Metric.SIGNED_AMOUNT, T01)));
        assertEquals(0, BigDecimal.ONE.compareTo(of(Metric.REGISTERED_COUNT, T02)));
        assertEquals(0, BigDecimal.ZERO.compareTo(of(Metric.REGISTERED_COUNT, T01)));
    }

    @Test
    void aRulingBackToTheSigningMovesTheCreditAndNotTheTotal() {
        // Given
        apply(signing("100.01").on("2026-03-05").sharedBy(ALL_T01));
        // When
        List<Posting> moved = apply(ruling(HALVES, "2026-03-01", "2026-05-02")).posted();
        // Then
        assertEquals(0, new BigDecimal("50.01").compareTo(of(Metric.SIGNED_AMOUNT, T01)));
        assertEquals(0, new BigDecimal("50.00").compareTo(of(Metric.SIGNED_AMOUNT, T02)));
        assertEquals(0, new BigDecimal("100.01").compareTo(district(Metric.SIGNED_AMOUNT)));
        assertTrue(moved.stream().noneMatch(Posting::isDistrict));
        assertTrue(moved.stream().allMatch(it -> it.effectiveOn().equals(LocalDate.of(2026, 5, 2))));
    }

    @Test
    void aTerminationReversesTheYearEntryByEntryAndKeepsEarlierYears() {
        // Given
        apply(signing("100.00").on("2025-11-05").sharedBy(HALVES));
        apply(gate(Stage.SIGNED, Stage.REGISTERED).on("2026-02-05"));
        apply(revision("100.00", "120.00", "2026-03-05"));
        // When
        List<Posting> reversed = apply(
                        new ProjectFact.Terminated(UUID.randomUUID(), at("2026-04-02"), LocalDate.of(2026, 4, 1)))
                .posted();
        // Then
        Set<UUID> mirrored = reversed.stream().map(Posting::reversalOf).collect(Collectors.toCollection(HashSet::new));
        Set<UUID> ofTheYear = account.postings().stream()
                .filter(it -> it.kind() != EntryKind.REVERSE && it.effectiveOn().getYear() == 2026)
                .map(Posting::id)
                .collect(Collectors.toSet());
        assertEquals(ofTheYear, mirrored);
        assertEquals(0, new BigDecimal("100").compareTo(district(Metric.SIGNED_AMOUNT)));
        assertEquals(0, BigDecimal.ZERO.compareTo(district(Metric.REGISTERED_COUNT)));
    }

    @Test
    void aWithdrawnSigningIsReversedAndMayBeEarnedAgain() {
        // Given
        apply(signing("100.00").on("2026-03-05"));
        // When
        apply(gate(Stage.SIGNED, Stage.ADMITTED).on("2026-03-10"));
        apply(signing("200.00").on("2026-03-20"));
        // Then
        assertEquals(0, new BigDecimal("200").compareTo(district(Metric.SIGNED_AMOUNT)));
        assertEquals(0, BigDecimal.ONE.compareTo(district(Metric.SIGNED_COUNT)));
    }

    @Test
    void aRevisionBelowZeroIsNoFact() {
        apply(signing("100.00").on("2026-03-05"));
        assertThrows(IllegalArgumentException.class, () -> apply(revision("200.00", "50.00", "2026-04-01")));
    }

    private ProjectAccount.Outcome apply(Gate gate) {
        return apply(gate.fact());
    }

    private ProjectAccount.Outcome apply(ProjectFact fact) {
        return account.apply(fact, RULES, PERIODS);
    }

    private BigDecimal of(Metric metric, UUID team) {
        return balance(account, metric, Optional.of(team));
    }

    private BigDecimal district(Metric metric) {
        return balance(account, metric, Optional.empty());
    }

    private static ProjectFact revision(String from, String to, String on) {
        return new ProjectFact.AmountRevised(
                UUID.randomUUID(), at(on), LocalDate.parse(on), new BigDecimal(to), new BigDecimal(from));
    }

    private static ProjectFact ruling(List<Share> shares, String validFrom, String recorded) {
        return new ProjectFact.SharesRuled(UUID.randomUUID(), at(recorded), LocalDate.parse(validFrom), shares);
    }

    private static Gate signing(String amount) {
        Gate gate = gate(Stage.ADMITTED, Stage.SIGNED);
        gate.amount = new BigDecimal(amount);
        return gate;
    }

    private static Gate gate(Stage from, Stage to) {
        Gate gate = new Gate();
        gate.from = from;
        gate.to = to;
        return gate;
    }

    /** A gate in domain words. */
    private static final class Gate {
        private Stage from = Stage.ADMITTED;
        private Stage to = Stage.SIGNED;
        private String kind = "NEW";
        private BigDecimal amount = new BigDecimal("100.00");
        private BigDecimal increment;
        private boolean ownFiling;
        private boolean imported;
        private String day = "2026-03-05";
        private String recorded;
        private List<String> tags = List.of();
        private List<Share> shares = ALL_T01;

        Gate on(String businessDate) {
            day = businessDate;
            return this;
        }

        Gate recorded(String date) {
            recorded = date;
            return this;
        }

        Gate kind(String projectKind) {
            kind = projectKind;
            return this;
        }

        Gate adding(String yuan) {
            increment = new BigDecimal(yuan);
            return this;
        }

        Gate ownFiling() {
            ownFiling = true;
            return this;
        }

        Gate imported() {
            imported = true;
            return this;
        }

        Gate tagged(String tag) {
            tags = List.of(tag);
            return this;
        }

        Gate sharedBy(List<Share> sharing) {
            shares = sharing;
            return this;
        }

        ProjectFact fact() {
            return new ProjectFact.StageReached(
                    UUID.randomUUID(),
                    at(recorded == null ? day : recorded),
                    LocalDate.parse(day),
                    kind,
                    from,
                    to,
                    imported,
                    amount,
                    amount,
                    increment,
                    ownFiling,
                    true,
                    "SMART_APPLIANCE",
                    tags,
                    shares);
        }
    }
}
