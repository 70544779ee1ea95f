package org.pengjiang.appeal.policies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.policy.TimePolicies;
import org.pengjiang.appeal.model.policy.TimePolicy;
import org.pengjiang.appeal.model.policy.TimeTarget;
import org.pengjiang.appeal.model.publication.ProposePublication;
import org.pengjiang.appeal.model.publication.PublicationKind;
import org.pengjiang.appeal.model.publication.PublicationProposal;
import org.pengjiang.appeal.model.publication.Publisher;
import org.pengjiang.calendar.TargetUnit;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.jdbc.Jdbc;

/** Adds a version of the time policy once a second person has confirmed it. No version is ever edited. */
@ApplicationScoped
class PublishTimePolicy implements Publisher {
    private static final String POLICY = """
            INSERT INTO time_policy (version, valid_from, note, document_no, assumption, published_by, confirmed_by)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";
    private static final String TARGET = """
            INSERT INTO time_target (policy_version, time_class, clock, category, position, amount, unit, exact_unit,
                roll_forward, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    /** The rungs go on as in the version before, until a version can say others. */
    private static final String RUNGS = """
            INSERT INTO escalation_rung (policy_version, time_class, clock, level, after_amount, after_unit, tells, raise_by,
                raise_to)
            SELECT ?, time_class, clock, level, after_amount, after_unit, tells, raise_by, raise_to FROM escalation_rung
            WHERE policy_version = (SELECT version FROM time_policy WHERE valid_from < ? ORDER BY valid_from DESC, seq DESC LIMIT 1)""";

    private final ProposePublication proposals;
    private final NewPolicyCheck check;
    private final TimePolicies policies;
    private final Jdbc jdbc;

    PublishTimePolicy(ProposePublication proposals, NewPolicyCheck check, TimePolicies policies, DataSource database) {
        this.proposals = proposals;
        this.check = check;
        this.policies = policies;
        this.jdbc = Jdbc.of(database);
    }

    @Override
    public PublicationKind kind() {
        return PublicationKind.TIME_POLICY;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void publish(PublicationProposal confirmed, Caller confirmedBy) {
        TimePolicy policy = check.read(proposals.content(confirmed, NewTimePolicy.class));
        jdbc.update(
                POLICY,
                policy.version(),
                policy.validFrom(),
                policy.note(),
                policy.documentNo(),
                policy.assumption(),
                confirmed.approval().proposedBy(),
                confirmedBy.subject());
        Map<String, Integer> positions = new HashMap<>();
        for (TimeTarget target : policy.targets()) {
            int position = positions.merge(
                    target.timeClass() + " " + target.clock() + " " + target.category(), 1, Integer::sum);
            jdbc.update(
                    TARGET,
                    policy.version(),
                    target.timeClass().name(),
                    target.clock().name(),
                    target.category(),
                    position,
                    target.target().amount(),
                    plainUnit(target.target().unit()),
                    exactUnit(target.target().unit()),
                    target.target().rollForward(),
                    target.source());
        }
        jdbc.update(RUNGS, policy.version(), policy.validFrom());
        policies.forget();
    }

    /** What replicas of the release before whole days read. */
    private static String plainUnit(TargetUnit unit) {
        return exactUnit(unit) == null ? unit.name() : TargetUnit.NATURAL_DAYS.name();
    }

    private static @Nullable String exactUnit(TargetUnit unit) {
        return unit == TargetUnit.NATURAL_DAYS_END || unit == TargetUnit.NATURAL_DAYS_MIDNIGHT ? unit.name() : null;
    }
}
