package org.pengjiang.appeal.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pengjiang.kit.log.DomainEvent;
import org.pengjiang.kit.testing.EventSchemas;

/** What this service promises others: each record writes exactly what the example of its contract says. */
class EventContractsTest {
    private static final Map<String, Class<? extends DomainEvent>> PUBLISHED = Map.ofEntries(
            Map.entry("appeal.submitted.v1", AppealSubmitted.class),
            Map.entry("appeal.accepted.v1", AppealAccepted.class),
            Map.entry("appeal.supplement-requested.v1", SupplementRequested.class),
            Map.entry("appeal.supplemented.v1", AppealSupplemented.class),
            Map.entry("appeal.lapsed.v1", AppealLapsed.class),
            Map.entry("appeal.rejected.v1", AppealRejected.class),
            Map.entry("appeal.rejection-objected.v1", RejectionObjected.class),
            Map.entry("appeal.objection-upheld.v1", ObjectionUpheld.class),
            Map.entry("appeal.objection-dismissed.v1", ObjectionDismissed.class),
            Map.entry("appeal.classified.v1", AppealClassified.class),
            Map.entry("appeal.emergency-judged.v1", EmergencyJudged.class),
            Map.entry("appeal.dispatched.v1", AppealDispatched.class),
            Map.entry("appeal.signed.v1", AppealSigned.class),
            Map.entry("appeal.returned.v1", AppealReturned.class),
            Map.entry("appeal.return-ruled.v1", ReturnRuled.class),
            Map.entry("appeal.contacted.v1", EnterpriseContacted.class),
            Map.entry("appeal.cotask-added.v1", CotaskAdded.class),
            Map.entry("appeal.cotask-finished.v1", CotaskFinished.class),
            Map.entry("appeal.cotask-waived.v1", CotaskWaived.class),
            Map.entry("appeal.coordination-called.v1", CoordinationCalled.class),
            Map.entry("appeal.arrived.v1", UnitArrived.class),
            Map.entry("appeal.replied.v1", AppealReplied.class),
            Map.entry("appeal.rated.v1", AppealRated.class),
            Map.entry("appeal.rework-ordered.v1", ReworkOrdered.class),
            Map.entry("appeal.decided.v1", AppealDecided.class),
            Map.entry("appeal.called-back.v1", EnterpriseCalledBack.class),
            Map.entry("appeal.rating-verified.v1", RatingVerified.class),
            Map.entry("appeal.reopened.v1", AppealReopened.class),
            Map.entry("appeal.closed.v1", AppealClosed.class),
            Map.entry("appeal.withdrawn.v1", AppealWithdrawn.class),
            Map.entry("appeal.resubmitted.v1", AppealResubmitted.class),
            Map.entry("appeal.merged.v1", AppealMerged.class),
            Map.entry("appeal.unmerged.v1", AppealUnmerged.class),
            Map.entry("appeal.tracked.v1", AppealTracked.class),
            Map.entry("appeal.progress-reported.v1", ProgressReported.class),
            Map.entry("appeal.milestone-met.v1", MilestoneMet.class),
            Map.entry("appeal.warned.v1", ClockWarned.class),
            Map.entry("appeal.breached.v1", ClockBreached.class),
            Map.entry("appeal.escalated.v1", ClockEscalated.class),
            Map.entry("appeal.paused.v1", AppealPaused.class),
            Map.entry("appeal.resumed.v1", AppealResumed.class),
            Map.entry("appeal.planned.v1", AppealPlanned.class),
            Map.entry("appeal.urged.v1", AppealUrged.class),
            Map.entry("appeal.urge-answered.v1", UrgeAnswered.class),
            Map.entry("appeal.supervision-ordered.v1", SupervisionOrdered.class),
            Map.entry("appeal.supervision-cleared.v1", SupervisionCleared.class),
            Map.entry("appeal.deadline-revised.v1", DeadlineRevised.class));

    @TestFactory
    Stream<DynamicTest> everyRecordWritesWhatItsContractPromises() {
        return PUBLISHED.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(), () -> EventSchemas.assertProduces(entry.getValue(), entry.getKey())));
    }

    @Test
    void everyContractOfAnAppealHasItsRecord() {
        // When
        TreeSet<String> promised = new TreeSet<>(EventSchemas.types());
        promised.removeIf(type -> !type.startsWith("appeal."));

        // Then
        assertFalse(promised.isEmpty());
        assertEquals(new TreeSet<>(PUBLISHED.keySet()), promised);
    }
}
