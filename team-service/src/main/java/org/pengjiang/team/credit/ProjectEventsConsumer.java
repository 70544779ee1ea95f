package org.pengjiang.team.credit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.pengjiang.kit.inbox.EventConsumer;
import org.pengjiang.kit.inbox.ReceivedEvent;

/** Follows the projects. It accumulates, so a missing event parks the project instead of miscounting it. */
@ApplicationScoped
public class ProjectEventsConsumer implements EventConsumer {
    private final RecordCredit recordCredit;

    ProjectEventsConsumer(RecordCredit recordCredit) {
        this.recordCredit = recordCredit;
    }

    @Override
    public String name() {
        return FactReader.CONSUMER;
    }

    @Override
    public String topic() {
        return FactReader.TOPIC;
    }

    @Override
    public Set<String> applies() {
        return FactReader.TYPES;
    }

    @Override
    public Set<String> ignores() {
        return FactReader.WITHOUT_CREDIT;
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
