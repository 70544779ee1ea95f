package org.pengjiang.project.investors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.approval.Participant;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.project.events.InvestorRegistered;
import org.pengjiang.project.model.Investor;
import org.pengjiang.project.model.InvestorIdentity;
import org.pengjiang.project.model.InvestorKeys;
import org.pengjiang.project.model.InvestorTag;
import org.pengjiang.project.model.Investors;
import org.pengjiang.project.model.ProjectProblem;

/** Enters an investor once per district. */
@ApplicationScoped
class RegisterInvestor {
    private final Investors investors;
    private final InvestorKeys keys;
    private final EventLog log;

    RegisterInvestor(Investors investors, InvestorKeys keys, EventLog log) {
        this.investors = investors;
        this.keys = keys;
        this.log = log;
    }

    @Transactional
    Investor register(NewInvestor said, Caller caller) {
        List<Fault> faults = new ArrayList<>();
        DivisionCode district = caller.division()
                .flatMap(DivisionCode::district)
                .map(DivisionCode::parse)
                .orElse(null);
        if (district == null) {
            throw new DomainException(ProjectProblem.DIVISION_TOO_WIDE);
        }
        InvestorIdentity identity = identity(said, faults);
        Set<InvestorTag> tags = tags(said, faults);
        if (!faults.isEmpty()) {
            throw new DomainException(KitProblem.VALUE_UNACCEPTABLE, faults);
        }
        if (identity != null
                && investors
                        .known(DivisionScope.of(district), keys.of(identity))
                        .isPresent()) {
            throw new DomainException(ProjectProblem.INVESTOR_EXISTS);
        }
        Investor investor = keys.enter(district, said.name(), said.country(), tags, identity, Participant.of(caller));
        if (Boolean.TRUE.equals(said.notYetRegistered())) {
            investor.stateNotYetRegistered();
        }
        String idType = identity == null ? null : identity.idType().name();
        log.append(investor, new InvestorRegistered(investor.id(), idType, investor.isOverridePending()));
        investors.add(investor);
        return investor;
    }

    private static Set<InvestorTag> tags(NewInvestor said, List<Fault> faults) {
        Set<InvestorTag> seen = EnumSet.noneOf(InvestorTag.class);
        List<InvestorTag> tags = said.tags() == null ? List.of() : said.tags();
        for (int i = 0; i < tags.size(); i++) {
            if (!seen.add(tags.get(i))) {
                faults.add(Fault.at("/tags/" + i, ProjectProblem.TAG_TWICE));
            }
        }
        return seen;
    }

    private static @Nullable InvestorIdentity identity(NewInvestor said, List<Fault> faults) {
        boolean stated = Boolean.TRUE.equals(said.notYetRegistered());
        if (said.idType() == null && said.idNo() == null) {
            return null;
        }
        if (said.idType() == null || said.idNo() == null || stated) {
            faults.add(Fault.at("/idType", ProjectProblem.INVESTOR_ID_INCOMPLETE));
            return null;
        }
        return InvestorIdentity.examined(said.idType(), said.idNo(), said.overrideReason(), "/idNo", faults);
    }
}
