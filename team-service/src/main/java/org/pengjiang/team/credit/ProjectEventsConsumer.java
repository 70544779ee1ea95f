package org.pengjiang.team.credit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.pengjiang.kit.inbox.EventConsumer;
import org.pengjiang.kit.inbox.ReceivedEvent;

/** Follows the projects. It accumulates, so a missing event parks the project instead of miscounting it. */
@ApplicationScoped
public class ProjectEventsConsumer implements EventConsumer {
    static final String TOPIC = "project.events";

    private final RecordCredit recordCredit;

    ProjectEventsConsumer(RecordCredit recordCredit) {
        this.recordCredit = recordCredit;
    }

    @Override
    public String name() {
        return "team.credit";
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Set<String> applies() {
        return Set.of(
                FactReader.STAGE_CHANGED, FactReader.SHARES_CHANGED, FactReader.AMOUNT_CHANGED, FactReader.TERMINATED);
    }

    @Override
    public Set<String> ignores() {
        return Set.of(FactReader.REGISTERED);
    }

    @Override
    public boolean needsEveryEvent() {
        return true;
    }

    @Override
    public void apply(ReceivedEvent event) {
        recordCredit.record(event);
    }
}
