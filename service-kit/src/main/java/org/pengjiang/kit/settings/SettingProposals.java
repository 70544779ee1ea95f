package org.pengjiang.kit.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pengjiang.kit.approval.ApprovalOutcome;
import org.pengjiang.kit.approval.OpenApprovals;
import org.pengjiang.kit.approval.OpenApprovals.Join;
import org.pengjiang.kit.due.DueSource.Subject;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.identity.SystemScope;
import org.pengjiang.kit.log.AggregateRepository;

/** Every proposal. */
@ApplicationScoped
class SettingProposals extends AggregateRepository<SettingProposal> {
    Optional<SettingProposal> open(DivisionScope district, String name) {
        return entities()
                .createQuery(
                        "from SettingProposal p where p.district = :district and p.name = :name"
                                + " and p.approval.outcome = :open",
                        SettingProposal.class)
                .setParameter("district", district.value())
                .setParameter("name", name)
                .setParameter("open", ApprovalOutcome.OPEN)
                .getResultStream()
                .findFirst();
    }

    /** Open ones whose due is not stored, from before there were any. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Subject> withoutDues(SystemScope scope, int most, Collection<UUID> except) {
        return OpenApprovals.subjectsWithoutDues(
                entities(), Join.byApproval("setting_proposal"), SettingApproval.SETTING_CHANGE, most, except);
    }
}
