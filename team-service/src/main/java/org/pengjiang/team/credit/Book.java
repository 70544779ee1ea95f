package org.pengjiang.team.credit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.team.model.Metric;

/** Collects the postings of one fact. The district's line is the whole, the teams' lines are its split. */
final class Book {
    private final ProjectFact fact;
    private final int ruleVersion;
    private final CutOff cutOff;
    private final List<Posting> posted = new ArrayList<>();

    Book(ProjectFact fact, int ruleVersion, CutOff cutOff) {
        this.fact = fact;
        this.ruleVersion = ruleVersion;
        this.cutOff = cutOff;
    }

    List<Posting> posted() {
        return List.copyOf(posted);
    }

    void earn(Metric metric, BigDecimal quantity, Traits traits, Shares shares, boolean historicalImport) {
        Booking booking = cutOff.book(fact, historicalImport);
        Line line = new Line(
                metric,
                booking.late() ? EntryKind.ADJUST : EntryKind.EARN,
                booking.late() ? Cause.LATE_GATE : Cause.GATE,
                booking,
                fact.businessDate(),
                traits);
        post(line, null, quantity);
        shares.split(quantity, metric.quantity()).forEach((team, part) -> post(line, team, part));
    }

    /** Each team gets split(new) − split(old), so that it stands at split(new) exactly, whatever the rounding. */
    void adjust(Posting earned, BigDecimal change, Shares shares, BigDecimal old, BigDecimal revised) {
        Line line = line(earned, Cause.AMOUNT_REVISION, cutOff.book(fact, false));
        post(line, null, change);
        difference(
                line,
                shares.split(old, earned.metric().quantity()),
                shares.split(revised, earned.metric().quantity()));
    }

    /** Moves what stands from one sharing to another; the district's total does not change. */
    void move(Posting earned, BigDecimal standing, Shares from, Shares to) {
        Line line = line(earned, Cause.SHARE_RULING, CutOff.onRecording(fact));
        difference(
                line,
                from.split(standing, earned.metric().quantity()),
                to.split(standing, earned.metric().quantity()));
    }

    /** One mirror for one entry. */
    void mirror(Posting original, Cause cause) {
        Booking booking = cutOff.book(fact, false);
        posted.add(posting(
                new Line(original.metric(), EntryKind.REVERSE, cause, booking, original.earnedOn(), original.traits()),
                original.teamId(),
                original.quantity().negate(),
                original.id()));
    }

    private Line line(Posting earned, Cause cause, Booking booking) {
        return new Line(earned.metric(), EntryKind.ADJUST, cause, booking, earned.earnedOn(), earned.traits());
    }

    private void difference(Line line, Map<UUID, BigDecimal> old, Map<UUID, BigDecimal> revised) {
        Map<UUID, BigDecimal> changes = new TreeMap<>(revised);
        old.forEach((team, part) -> changes.merge(team, part.negate(), BigDecimal::add));
        changes.forEach((team, change) -> post(line, team, change));
    }

    private void post(Line line, @Nullable UUID team, BigDecimal quantity) {
        if (quantity.signum() != 0) {
            posted.add(posting(line, team, quantity, null));
        }
    }

    private Posting posting(Line line, @Nullable UUID team, BigDecimal quantity, @Nullable UUID reversalOf) {
        Booking booking = line.booking();
        return new Posting(
                Posting.idOf(fact.eventId(), team, line.metric(), line.kind(), booking.period(), reversalOf),
                fact.eventId(),
                line.metric(),
                team,
                quantity,
                line.kind(),
                line.cause(),
                booking.effectiveOn(),
                line.earnedOn(),
                booking.historical(),
                line.traits(),
                ruleVersion,
                reversalOf);
    }

    private record Line(
            Metric metric, EntryKind kind, Cause cause, Booking booking, LocalDate earnedOn, Traits traits) {}
}
