package org.pengjiang.kit.log.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.log.EventLog;
import org.pengjiang.kit.supervision.Period;
import org.pengjiang.kit.supervision.PeriodicJob;

/**
 * Anchors the log once a day. The heads are read before the transaction, which is short; the replica that comes second
 * finds the anchor moved and leaves it.
 */
@ApplicationScoped
class DailyAnchoring implements PeriodicJob {
    private static final Logger LOG = Logger.getLogger(DailyAnchoring.class);
    private static final Period LOOK_EVERY = new Period(Optional.of(Duration.ofSeconds(30)));

    private final LogAnchors anchors;
    private final AnchorHash hash;
    private final EventLog log;
    private final Clock clock;
    private final DivisionCode division;
    private final LocalTime at;
    private LocalDateTime due;

    DailyAnchoring(
            LogAnchors anchors,
            AnchorHash hash,
            EventLog log,
            Clock clock,
            @ConfigProperty(name = "suite.anchor.division") String division,
            @ConfigProperty(name = "suite.anchor.at") LocalTime at) {
        this.anchors = anchors;
        this.hash = hash;
        this.log = log;
        this.clock = clock;
        this.division = DivisionCode.parse(division);
        this.at = at;
        this.due = next();
    }

    @Override
    public String name() {
        return "log-anchor";
    }

    @Override
    public Period period() {
        return LOOK_EVERY;
    }

    @Override
    public void round() {
        if (LocalDateTime.now(clock).isBefore(due)) {
            return;
        }
        anchor().ifPresent(done ->
                LOG.infof("the log is anchored up to %d: %d subjects, %s", done.to(), done.subjects(), done.anchor()));
        due = next();
    }

    private LocalDateTime next() {
        LocalDateTime now = LocalDateTime.now(clock);
        LocalDateTime today = now.toLocalDate().atTime(at);
        return today.isAfter(now) ? today : today.plusDays(1);
    }

    /** Empty when this day has its anchor already. */
    Optional<LogAnchored> anchor() {
        LocalDate today = LocalDate.now(clock);
        DivisionScope scope = DivisionScope.of(division);
        LogAnchor known = QuarkusTransaction.requiringNew()
                .call(() -> anchors.find(scope, LogAnchor.ID).orElseGet(() -> new LogAnchor(division)));
        if (!known.day().isBefore(today)) {
            return Optional.empty();
        }
        long to = hash.horizon();
        AnchorHash.Folded folded = hash.fold(known.anchor(), known.upTo(), to);
        LogAnchored event = new LogAnchored(today, known.upTo(), to, folded.subjects(), known.anchor(), folded.hex());
        return QuarkusTransaction.requiringNew().call(() -> move(scope, event));
    }

    private Optional<LogAnchored> move(DivisionScope scope, LogAnchored event) {
        LogAnchor anchor;
        if (event.previous().isEmpty()) {
            // the second replica fails on the key, and the day has its anchor all the same
            anchor = new LogAnchor(division);
            anchors.add(anchor);
        } else {
            anchor = anchors.alongside(scope, LogAnchor.ID);
        }
        if (!anchor.anchor().equals(event.previous())) {
            return Optional.empty();
        }
        anchor.moveTo(event.day(), event.to(), event.anchor());
        log.append(anchor, event);
        return Optional.of(event);
    }
}
