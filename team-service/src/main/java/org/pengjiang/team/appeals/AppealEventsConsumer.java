package org.pengjiang.team.appeals;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.pengjiang.kit.inbox.EventConsumer;
import org.pengjiang.kit.inbox.ReceivedEvent;

/** Follows the appeals. It accumulates, so a missing event parks the appeal instead of miscounting it. */
@ApplicationScoped
public class AppealEventsConsumer implements EventConsumer {
    private final CountUnitAppeals count;

    AppealEventsConsumer(CountUnitAppeals count) {
        this.count = count;
    }

    @Override
    public String name() {
        return "team.unit-appeals";
    }

    @Override
    public String topic() {
        return "appeal.events";
    }

    @Override
    public Set<String> applies() {
        return AppealReader.TYPES;
    }

    @Override
    public Set<String> ignores() {
        return AppealReader.IGNORED;
    }

    @Override
    public boolean needsEveryEvent() {
        return true;
    }

    @Override
    public void apply(ReceivedEvent event) {
        count.count(event);
    }
}
