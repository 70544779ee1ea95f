package org.pengjiang.kit.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.pengjiang.kit.approval.ApprovalOutcome;
import org.pengjiang.kit.approval.OpenApprovals;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.identity.SystemScope;
import org.pengjiang.kit.log.AggregateRepository;

/** Every proposal. */
@ApplicationScoped
class SettingProposals extends AggregateRepository<SettingProposal> {
    private static final String WITHOUT_DUES = """
            SELECT p.id FROM approval_request a JOIN setting_proposal p ON p.approval_id = a.id
             WHERE a.kind = ? AND a.outcome = 'OPEN' AND a.deadline IS NOT NULL
               AND NOT EXISTS (SELECT 1 FROM due d WHERE d.subject = p.id AND d.closed_at IS NULL)
             LIMIT ? FOR NO KEY UPDATE OF p SKIP LOCKED
            """;

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

    /** Open ones whose due is not stored, from before there were any; rows that others hold are left to them. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<SettingProposal> withoutDues(SystemScope scope, int most) {
        return OpenApprovals.ids(entities(), WITHOUT_DUES, SettingApproval.SETTING_CHANGE, most).stream()
                .map(this::findById)
                .toList();
    }
}
