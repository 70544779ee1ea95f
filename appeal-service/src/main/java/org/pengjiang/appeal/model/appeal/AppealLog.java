package org.pengjiang.appeal.model.appeal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pengjiang.appeal.events.AppealEvent;
import org.pengjiang.appeal.events.MasterMoved;
import org.pengjiang.kit.log.Audience;
import org.pengjiang.kit.log.EventLog;

/**
 * Writes what happens to an appeal to the log, and to the enterprise's own feed what concerns it. Of a confidential appeal every row is
 * restricted. Enterprises whose appeals follow it are told what the answer comes to.
 */
@ApplicationScoped
public class AppealLog {
    private final EventLog log;
    private final AppealFollowers followers;

    AppealLog(EventLog log, AppealFollowers followers) {
        this.log = log;
        this.followers = followers;
    }

    public void append(Appeal appeal, AppealEvent event) {
        appendAll(List.of(new Entry(appeal, event)));
    }

    /** What has happened to an appeal, to be written with others. Of a confidential one nothing is for the division. */
    public record Entry(Appeal appeal, AppealEvent event) {
        EventLog.Change change() {
            boolean isForParty = event.audience() == Audience.PARTY;
            boolean isConfidential = appeal.confidentiality().isConfidential();
            List<String> parties =
                    isForParty ? Stream.ofNullable(appeal.filing().enterprise()).toList() : List.of();
            if (isForParty && parties.isEmpty() && !isConfidential) {
                return EventLog.Change.withoutParty(appeal, event);
            }
            return isForParty || isConfidential
                    ? new EventLog.Change(appeal, event, parties, isConfidential)
                    : new EventLog.Change(appeal, event);
        }
    }

    /** Everything that one step logs, in one round trip at its end. */
    public void together(Runnable step) {
        log.together(step);
    }

    /** In this order and in one round trip. */
    public void appendAll(List<Entry> entries) {
        log.appendAll(entries.stream()
                .flatMap(entry -> Stream.concat(Stream.of(entry.change()), forFollowers(entry).stream()))
                .toList());
    }

    /** A row of its own, which says nothing of the enterprise whose appeal it is. */
    private Optional<EventLog.Change> forFollowers(Entry entry) {
        Appeal appeal = entry.appeal();
        if (!appeal.isFollowed() || !entry.event().isForFollowers()) {
            return Optional.empty();
        }
        List<String> parties = followers.enterprises(appeal);
        return parties.isEmpty()
                ? Optional.empty()
                : Optional.of(new EventLog.Change(appeal, MasterMoved.of(entry.event()), parties, true));
    }
}
