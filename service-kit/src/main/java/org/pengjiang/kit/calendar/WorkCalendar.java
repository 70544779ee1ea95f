package org.pengjiang.kit.calendar;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.pengjiang.calendar.CalendarAdditions;
import org.pengjiang.calendar.CalendarData;
import org.pengjiang.calendar.CalendarDataException;
import org.pengjiang.calendar.CalendarException;
import org.pengjiang.calendar.CalendarFault;
import org.pengjiang.calendar.CalendarVersion;
import org.pengjiang.identifiers.DivisionCode;

/**
 * The calendars in force: the shipped one with what the divisions above and the division itself have published, the
 * widest first. They always answer, and mark what rests on a year that is not published yet.
 *
 * <p>Held in memory. Another replica's publication, or one that arrived as an event, is seen after
 * {@code suite.calendar.refresh-every} at the latest; an own one directly after its commit.
 */
@ApplicationScoped
public class WorkCalendar {
    private static final Logger LOG = Logger.getLogger(WorkCalendar.class);
    /** A version takes about 1 MB; those of the past are asked for rarely. */
    private static final int MOST_VERSIONS = 32;

    private final StoredAdditions stored;
    private final TransactionSynchronizationRegistry transactions;
    private final DivisionCode root;
    private final Cache<String, CalendarVersion> versions =
            Caffeine.newBuilder().maximumSize(MOST_VERSIONS).build();
    private volatile @Nullable CachedCalendars known;

    WorkCalendar(
            StoredAdditions stored,
            TransactionSynchronizationRegistry transactions,
            @ConfigProperty(name = "suite.anchor.division") String root) {
        this.stored = stored;
        this.transactions = transactions;
        this.root = DivisionCode.parse(root);
    }

    /** What was published when it was last looked at, and the calendars asked for since. */
    private record CachedCalendars(
            List<StoredAdditions.Published> published,
            Map<DivisionCode, Long> newest,
            Map<DivisionCode, CalendarVersion> calendars) {
        static CachedCalendars of(List<StoredAdditions.Published> published) {
            return new CachedCalendars(published, newest(published), new ConcurrentHashMap<>());
        }

        private static Map<DivisionCode, Long> newest(List<StoredAdditions.Published> published) {
            Map<DivisionCode, Long> newest = new TreeMap<>();
            published.forEach(
                    one -> newest.merge(one.link().division(), one.link().revision(), Math::max));
            return newest;
        }
    }

    /** The calendar of the whole deployment, for what belongs to no division. */
    public CalendarVersion current() {
        return of(root);
    }

    /** The calendar that holds in a division. */
    public CalendarVersion of(DivisionCode division) {
        CachedCalendars now = known();
        CalendarVersion found = now.calendars().get(division);
        if (found == null) {
            found = built(division, now.newest());
            now.calendars().put(division, found);
        }
        return found;
    }

    /** What is published, to be compared with what was published before: it differs once a calendar has changed, anywhere. */
    public Object publications() {
        return known().published();
    }

    /** A calendar by its id, also one of the past; empty when it rests on another release's shipped calendar. */
    public Optional<CalendarVersion> version(String id) {
        return CalendarChain.named(id).flatMap(this::version);
    }

    /**
     * How the calendar of a division came to be what it is, from another version of it on.
     *
     * @param since the id of a version that held there; where it is unknown, one step leads to the present calendar
     * @return oldest first; empty when that version still holds
     */
    public List<CalendarStep> stepsSince(DivisionCode division, String since) {
        CalendarVersion present = of(division);
        if (present.id().equals(since)) {
            return List.of();
        }
        List<CalendarStep> steps = new ArrayList<>();
        boolean passed = shipped().id().equals(since);
        Map<DivisionCode, Long> revisions = new TreeMap<>();
        for (StoredAdditions.Published one : known().published()) {
            if (one.link().division().contains(division)) {
                revisions.merge(one.link().division(), one.link().revision(), Math::max);
                CalendarVersion then = built(division, revisions);
                if (then.id().equals(since)) {
                    passed = true;
                    steps.clear();
                } else if (passed) {
                    steps.add(new CalendarStep(Optional.of(one.at()), one.documentNo(), then, one.restoresSince()));
                }
            }
        }
        return passed && !steps.isEmpty()
                ? List.copyOf(steps)
                : List.of(new CalendarStep(Optional.empty(), Optional.empty(), present, Optional.empty()));
    }

    /** The calendar that a publication would give, without keeping anything. */
    public CalendarData with(DivisionCode division, long revision, CalendarAdditions additions) {
        CalendarData above = of(division.parent()).data();
        return joined(division, additions, above, above.version() + new CalendarChain.Link(division, revision));
    }

    /**
     * What would no longer fit together in the divisions below, if this were published above them.
     *
     * @return by division, every fault of the calendar that would result there; empty when all is sound
     */
    public Map<DivisionCode, List<CalendarFault>> contradictionsBelow(
            DivisionCode division, long revision, CalendarAdditions additions) {
        Map<DivisionCode, List<CalendarFault>> faults = new TreeMap<>();
        CalendarData candidate = with(division, revision, additions);
        Map<DivisionCode, Long> revisions = known().newest();
        for (DivisionCode below : revisions.keySet()) {
            if (below.isProperChildOf(division)) {
                CalendarData data = candidate;
                for (DivisionCode step : fromTheWidest(below)) {
                    Long newest = step.isProperChildOf(division) ? revisions.get(step) : null;
                    if (newest != null) {
                        CalendarAdditions own = stored.find(step, newest).orElse(CalendarAdditions.NONE);
                        data = joined(step, own, data, data.version());
                    }
                }
                List<CalendarFault> found = faultsOf(data);
                if (!found.isEmpty()) {
                    faults.put(below, found);
                }
            }
        }
        return faults;
    }

    private static List<CalendarFault> faultsOf(CalendarData data) {
        try {
            CalendarVersion.of(data);
            return List.of();
        } catch (CalendarDataException refused) {
            return refused.faults();
        }
    }

    /** Keeps a publication; it holds from the commit on. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publish(CalendarPublication publication) {
        // looked at before the row is there: what is rolled back must not be taken for published
        known();
        stored.add(publication);
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // only what was committed matters
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    forget(new CalendarChain.Link(publication.division(), publication.revision()));
                    known = null;
                }
            }
        });
    }

    /** What is known goes on holding while the database cannot be asked. */
    void refresh() {
        CachedCalendars before = known;
        List<StoredAdditions.Published> published = stored.published();
        if (before == null || !before.published().equals(published)) {
            known = CachedCalendars.of(published);
        }
    }

    /** A restored database numbers its publications anew: what was held under the same name is another calendar. */
    private void forget(CalendarChain.Link link) {
        versions.asMap().keySet().removeIf(id -> (id + "+").contains(link + "+"));
    }

    private CachedCalendars known() {
        CachedCalendars now = known;
        if (now == null) {
            now = CachedCalendars.of(stored.published());
            known = now;
        }
        return now;
    }

    private CalendarVersion of(Optional<DivisionCode> division) {
        return division.map(this::of).orElseGet(WorkCalendar::shipped);
    }

    private CalendarVersion built(DivisionCode division, Map<DivisionCode, Long> revisions) {
        CalendarChain chain = new CalendarChain(List.of());
        for (DivisionCode step : fromTheWidest(division)) {
            Long revision = revisions.get(step);
            if (revision != null) {
                CalendarChain longer = chain.and(new CalendarChain.Link(step, revision));
                chain = isSound(longer) ? longer : chain;
            }
        }
        return version(chain).orElseGet(WorkCalendar::shipped);
    }

    /** Two divisions may contradict each other for as long as one's correction is under way: then the wider one holds. */
    private boolean isSound(CalendarChain chain) {
        try {
            return version(chain).isPresent();
        } catch (CalendarException contradiction) {
            LOG.errorf(
                    "calendar %s cannot be put together and its last part is left out: %s",
                    chain.id(), contradiction.detail());
            return false;
        }
    }

    private Optional<CalendarVersion> version(CalendarChain chain) {
        return Optional.ofNullable(
                versions.get(chain.id(), id -> assembled(chain).orElse(null)));
    }

    private Optional<CalendarVersion> assembled(CalendarChain chain) {
        if (chain.links().isEmpty()) {
            return Optional.of(shipped());
        }
        CalendarData data = CalendarVersion.national().data();
        for (CalendarChain.Link link : chain.links()) {
            Optional<CalendarAdditions> additions = stored.find(link.division(), link.revision());
            if (additions.isEmpty()) {
                return Optional.empty();
            }
            data = joined(link.division(), additions.get(), data, data.version() + link);
        }
        return Optional.of(CalendarVersion.of(data).allowingProvisional());
    }

    /** At the root a notice replaces what was known; below it, what is known above holds. */
    private CalendarData joined(DivisionCode division, CalendarAdditions own, CalendarData above, String version) {
        return division.equals(root) ? own.replacing(above, version) : own.onto(above, version);
    }

    private static CalendarVersion shipped() {
        return CalendarVersion.national().allowingProvisional();
    }

    private static List<DivisionCode> fromTheWidest(DivisionCode division) {
        List<DivisionCode> steps = new ArrayList<>();
        Optional<DivisionCode> at = Optional.of(division);
        while (at.isPresent()) {
            steps.addFirst(at.get());
            at = at.get().parent();
        }
        return steps;
    }
}
