package org.pengjiang.project.appeals;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.pengjiang.kit.identity.Scope;
import org.pengjiang.kit.inbox.EventConsumer;
import org.pengjiang.kit.inbox.ReceivedEvent;

/** Follows appeal-service. Each event says how its appeal stands, so that the newest alone is enough. */
@ApplicationScoped
class AppealEventsConsumer implements EventConsumer {
    private final CountAppeals count;

    AppealEventsConsumer(CountAppeals count) {
        this.count = count;
    }

    @Override
    public String name() {
        return "project.known-appeals";
    }

    @Override
    public String topic() {
        return "appeal.events";
    }

    @Override
    public Set<String> applies() {
        return HeardAppeal.TYPES;
    }

    @Override
    public Set<String> ignores() {
        return Set.of("calendar.version-published.v1", "log.anchored.v1");
    }

    @Override
    public boolean needsEveryEvent() {
        return false;
    }

    @Override
    public void apply(ReceivedEvent event) {
        count.hear(Scope.system(), HeardAppeal.of(event));
    }
}
