package org.pengjiang.project.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.approval.ApprovalRequest;
import org.pengjiang.kit.approval.Participant;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.project.events.InvestorRegistered;

/**
 * Enters a project of a past year at the stage SIGNED, with its agreement, its evidence and its shares. Who handed the
 * batch in and who confirmed it stand for submitter and second person of everything in it.
 */
@ApplicationScoped
public class HistoricEntry {
    private final Projects projects;
    private final Investors investors;
    private final InvestorKeys keys;
    private final ProjectNumbers numbers;
    private final StageDoor door;
    private final Announcements announcements;
    private final OverriddenCodes codes;
    private final EventLog log;
    private final Clock clock;

    HistoricEntry(
            Projects projects,
            Investors investors,
            InvestorKeys keys,
            ProjectNumbers numbers,
            StageDoor door,
            Announcements announcements,
            OverriddenCodes codes,
            EventLog log,
            Clock clock) {
        this.projects = projects;
        this.investors = investors;
        this.keys = keys;
        this.numbers = numbers;
        this.door = door;
        this.announcements = announcements;
        this.codes = codes;
        this.log = log;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public InvestmentProject enter(HistoricProject past, ApprovalRequest batch) {
        Instant now = Instant.now(clock);
        DivisionCode division = past.facts().divisionCode();
        Investor investor = investor(past, division, batch.proposer());
        InvestmentProject project = new InvestmentProject(
                new NewProject(
                        Ids.next(),
                        numbers.next(division, past.signedOn().getYear()),
                        past.facts().investedBy(investor.id()),
                        past.chainVersion(),
                        batch.proposedBy(),
                        now,
                        past.signedOn(),
                        past.externalId()),
                List.of(investor.name()));
        projects.add(project);
        announcements.registered(project);
        sign(project, past, batch, now);
        codes.sharedAnew(project);
        door.enterAsSigned(project, past.signedOn(), Objects.requireNonNull(batch.closedBy()));
        return project;
    }

    private static void sign(InvestmentProject project, HistoricProject past, ApprovalRequest batch, Instant now) {
        project.supersedeShares(past.shares(), past.signedOn(), null);
        project.record(
                new AgreementTerms(
                        past.agreementNo(),
                        AgreementKind.FORMAL,
                        past.signedOn(),
                        List.of(past.investorName()),
                        past.agreementAmount(),
                        List.of()),
                batch.proposedBy(),
                now);
        project.handInWith(
                batch,
                new EvidencePaper(
                        EvidenceType.AGREEMENT_SCAN,
                        past.agreementNo(),
                        past.agreementNo(),
                        null,
                        past.signedOn(),
                        past.agreementSha256(),
                        null,
                        null,
                        null),
                now);
    }

    private Investor investor(HistoricProject past, DivisionCode division, Participant submitter) {
        DivisionCode district = DivisionCode.parse(division.district().orElseThrow());
        @Nullable InvestorIdentity identity = past.investor();
        if (identity != null) {
            var known = investors.known(DivisionScope.of(district), keys.of(identity));
            if (known.isPresent()) {
                return known.get();
            }
        }
        Investor entered = keys.enter(district, past.investorName(), past.country(), Set.of(), identity, submitter);
        if (identity == null) {
            entered.stateNotYetRegistered();
        }
        String idType = identity == null ? null : identity.idType().name();
        log.append(entered, new InvestorRegistered(entered.id(), idType, false));
        investors.add(entered);
        return entered;
    }

    /** What a second row about the same investor must agree with; nothing where the number is not known yet. */
    public boolean isKnownUnderAnotherName(DivisionCode district, InvestorIdentity identity, String name) {
        return investors
                .known(DivisionScope.of(district), keys.of(identity))
                .flatMap(Investor::normalisedName)
                .filter(known -> !known.equals(InvestorName.normalised(name)))
                .isPresent();
    }
}
