package org.pengjiang.appeal.model.appeal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.pengjiang.appeal.events.AppealEvent;
import org.pengjiang.kit.log.Audience;
import org.pengjiang.kit.log.EventLog;

/**
 * Writes what happens to an appeal to the log, and to the enterprise's own feed what concerns it. Of a confidential appeal every row is
 * restricted.
 */
@ApplicationScoped
public class AppealLog {
    private final EventLog log;

    AppealLog(EventLog log) {
        this.log = log;
    }

    public void append(Appeal appeal, AppealEvent event) {
        List<String> parties = event.audience() == Audience.PARTY
                ? Stream.ofNullable(appeal.filing().enterprise()).toList()
                : List.of();
        if (appeal.confidentiality().isConfidential()) {
            log.appendRestricted(parties, appeal, event);
        } else if (event.audience() != Audience.PARTY) {
            log.append(appeal, event);
        } else {
            log.appendFor(parties, appeal, event);
        }
    }
}
