package org.pengjiang.kit.log.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.access.AccessOfStaff;

/** The feed of a service in which nobody is involved in anything. */
public final class FeedOf {
    private FeedOf() {}

    public static ChangeFeed database(DataSource database) {
        return new ChangeFeed(database, AccessOfStaff.withoutInvolvement());
    }

    /** All that this caller is given from there on. */
    public static List<Change> everything(ChangeFeed feed, Caller caller, FeedCursor from) {
        List<Change> changes = new ArrayList<>();
        ChangeFeed.Walk walk = new ChangeFeed.Walk(List.of(), from, true);
        while (walk.more()) {
            walk = feed.read(caller, Set.of(), walk.next(), 100);
            changes.addAll(walk.changes());
        }
        return changes;
    }
}
