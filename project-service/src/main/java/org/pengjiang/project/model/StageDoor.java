package org.pengjiang.project.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.Yuan;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.project.events.StageChanged;

/** The one door: every stage of every project is entered here, and each entry leaves a transition and an event. */
@ApplicationScoped
public class StageDoor {
    private final EntityManager entities;
    private final EventLog log;
    private final Clock clock;

    StageDoor(EntityManager entities, EventLog log, Clock clock) {
        this.entities = entities;
        this.log = log;
        this.clock = clock;
    }

    /** Lets a project through the gate whose last confirmation was just given, or that needed none. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void pass(InvestmentProject project, GateRequest request, Caller last) {
        if (request.status() != RequestStatus.PASSED) {
            throw new IllegalStateException("gate request " + request.seq() + " is " + request.status());
        }
        enter(project, request.passage(last, Instant.now(clock)));
    }

    /**
     * Brings in a project that was signed in a past year: the office's batch, confirmed by {@code confirmer}, stands for
     * the gates in between.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void enterAsSigned(InvestmentProject project, LocalDate signedOn, String confirmer) {
        enter(
                project,
                new Passage(
                        Stage.SIGNED,
                        signedOn,
                        Instant.now(clock),
                        confirmer,
                        null,
                        Channel.IMPORT,
                        null,
                        null,
                        null,
                        true,
                        project.evidence().stream().map(Evidence::id).toList()));
    }

    private void enter(InvestmentProject project, Passage passage) {
        StageTransition transition = project.enter(passage);
        entities.persist(transition);
        log.append(project, event(project, transition));
    }

    private static StageChanged event(InvestmentProject project, StageTransition transition) {
        Description about = project.description();
        return new StageChanged(
                project.id(),
                project.no(),
                about.kind().name(),
                transition.from().name(),
                transition.to().name(),
                transition.businessDate(),
                transition.channel().name(),
                project.isHistorical(),
                transition.seq(),
                about.industry().chainCode(),
                about.isManufacturing(),
                text(about.money().plannedTotalYuan()),
                text(project.agreementAmount().orElse(null)),
                about.parentProjectId(),
                text(about.incrementYuan()),
                about.hasSeparateFilingCode() ? true : null,
                List.copyOf(about.tagNames()),
                project.shares().asEvent(),
                null);
    }

    private static @Nullable String text(@Nullable Yuan amount) {
        return amount == null ? null : amount.toString();
    }
}
