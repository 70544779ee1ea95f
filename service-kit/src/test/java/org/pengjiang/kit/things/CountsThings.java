package org.pengjiang.kit.things;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.pengjiang.kit.inbox.EventConsumer;
import org.pengjiang.kit.inbox.ReceivedEvent;

/** Accumulates what it is told and breaks on command. */
@ApplicationScoped
public class CountsThings implements EventConsumer {
    private static final String ADD = """
            INSERT INTO thing_seen (subject, total, trace) VALUES (?, ?, ?)
            ON CONFLICT (subject) DO UPDATE SET total = thing_seen.total + excluded.total,
                                                trace = thing_seen.trace || excluded.trace
            """;
    private final DataSource database;
    private volatile long breaksOn = Long.MIN_VALUE;
    private volatile Runnable breaks = CountsThings::fail;

    CountsThings(DataSource database) {
        this.database = database;
    }

    public void breakOn(long by) {
        breakOn(by, CountsThings::fail);
    }

    public void breakOn(long by, Runnable how) {
        breaks = how;
        breaksOn = by;
    }

    private static void fail() {
        throw new IllegalStateException("broken on purpose");
    }

    public void mend() {
        breaksOn = Long.MIN_VALUE;
    }

    @Override
    public String name() {
        return "kit.counts";
    }

    @Override
    public String topic() {
        return "kit.events";
    }

    @Override
    public Set<String> applies() {
        return Set.of("kit.thing-counted.v1");
    }

    @Override
    public Set<String> ignores() {
        return Set.of("kit.thing-made.v1");
    }

    @Override
    public boolean needsEveryEvent() {
        return true;
    }

    @Override
    public void apply(ReceivedEvent event) {
        long by = event.data().path("by").asLong();
        ThingResource.LOG.infof("seen %s", event.subject());
        try (Connection connection = database.getConnection();
                PreparedStatement add = connection.prepareStatement(ADD)) {
            add.setObject(1, event.subject());
            add.setLong(2, by);
            add.setString(3, by + " ");
            add.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        if (by == breaksOn) {
            breaks.run();
        }
    }
}
