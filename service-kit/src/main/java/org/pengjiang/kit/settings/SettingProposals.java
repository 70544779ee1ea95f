package org.pengjiang.kit.settings;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.pengjiang.kit.approval.ApprovalOutcome;
import org.pengjiang.kit.identity.DivisionScope;
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
}
