package org.pengjiang.appeal.model.appeal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;
import org.pengjiang.appeal.events.AppealEvent;
import org.pengjiang.kit.log.Audience;
import org.pengjiang.kit.log.EventLog;

/** Writes what happens to an appeal to the log, and to the enterprise's own feed what concerns it. */
@ApplicationScoped
public class AppealLog {
    private final EventLog log;

    AppealLog(EventLog log) {
        this.log = log;
    }

    public void append(Appeal appeal, AppealEvent event) {
        if (event.audience() == Audience.PARTY) {
            log.appendFor(Stream.ofNullable(appeal.filing().enterprise()).toList(), appeal, event);
        } else {
            log.append(appeal, event);
        }
    }
}
