package org.pengjiang.project.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.pengjiang.kit.approval.ApprovalTasks;
import org.pengjiang.kit.due.Due;
import org.pengjiang.kit.due.DueSource;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.identity.Scope;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.project.events.InvestorOverrideExpired;
import org.pengjiang.project.model.Investor;
import org.pengjiang.project.model.Investors;
import org.pengjiang.project.model.ProjectApproval;

/** A credit code that fails its check is confirmed in time, or its proposal expires. */
@ApplicationScoped
class InvestorDues implements DueSource<Investor> {
    private final Investors investors;
    private final EventLog log;

    InvestorDues(Investors investors, EventLog log) {
        this.investors = investors;
        this.log = log;
    }

    @Override
    public String subjectType() {
        return "investor";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(InvestorTasks.OVERRIDE);
    }

    @Override
    public String link(Investor investor) {
        return InvestorTasks.path(investor);
    }

    @Override
    public List<Due> open(Investor investor) {
        return investor.override().stream()
                .flatMap(override ->
                        ApprovalTasks.dues(override, ProjectApproval.CREDIT_CODE, InvestorTasks.OVERRIDE, "").stream())
                .toList();
    }

    @Override
    public Investor forChange(DivisionScope scope, UUID id) {
        return investors.alongside(scope, id);
    }

    @Override
    public List<Subject> withoutDues(int most, Collection<UUID> except) {
        return investors.withoutDues(Scope.system(), most, except);
    }

    @Override
    public void reached(Investor investor, Due due, Due.Level level) {
        if (investor.expireOverride(level.at())) {
            log.append(investor, new InvestorOverrideExpired(investor.id()));
        }
    }
}
