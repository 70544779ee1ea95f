package org.pengjiang.appeal.model.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.filing.AppealSource;
import org.pengjiang.appeal.model.filing.Filing;
import org.pengjiang.appeal.model.filing.SourceRef;
import org.pengjiang.appeal.model.filing.SourceSystems;
import org.pengjiang.appeal.model.lifecycle.Capacity;
import org.pengjiang.appeal.model.neighbours.Handler;
import org.pengjiang.appeal.model.neighbours.SpecialClassCopies;
import org.pengjiang.appeal.model.neighbours.UnitKey;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.Party;
import org.pengjiang.kit.jdbc.Jdbc;

/**
 * Who sees an appeal, and what of it. An enterprise sees its own and never another's, wherever it lies; a partner's system what it has
 * filed itself, by whichever account; everybody else what lies in their division, and what the special class they belong to handles
 * elsewhere. What is about a unit, its people do not see. What they are to the appeal, the rows of {@code appeal_involvement} and their
 * roles say.
 */
@ApplicationScoped
public class AppealAccess {
    /**
     * Of all rounds, of special classes that are closed, and of those that the caller has left: nobody judges their own work. The end is
     * that of the appeal's last handler.
     */
    private static final String TURNS = """
            SELECT i.from_at, i.to_at, i.capacity = 'CO_HANDLER' AS helps, i.class_id IS NOT NULL AS of_class,
                   i.class_id IS NULL OR c.open AND (? IN (c.leader, c.head) OR EXISTS (
                       SELECT FROM known_class_member m WHERE m.class_id = i.class_id AND m.account = ?)) AS open,
                   coalesce(? IN (c.leader, c.head), false) AS leads,
                   (SELECT max(s.ended_at) FROM assignment s WHERE s.appeal_id = i.appeal_id) AS ended_at
              FROM appeal_involvement i LEFT JOIN known_special_class c ON c.class_id = i.class_id
             WHERE i.appeal_id = ? AND (i.unit = ANY (?) AND i.unit_district = ? OR i.account = ? OR ? IN (c.leader, c.head)
                   OR EXISTS (SELECT FROM known_class_member m WHERE m.class_id = i.class_id AND m.account = ?)
                   OR EXISTS (SELECT FROM known_class_leaver f
                               WHERE f.class_id = i.class_id AND f.account = ? AND f.left_at >= i.from_at))
             ORDER BY i.seq""";

    /** By their account, their special class or what they have done for the enterprise; an account's units stand in its token alone. */
    private static final String HANDLED_BY = """
            SELECT 1 FROM appeal_involvement i LEFT JOIN known_special_class c ON c.class_id = i.class_id
             WHERE i.appeal_id = ? AND (i.account = ? OR ? IN (c.leader, c.head)
                   OR EXISTS (SELECT FROM known_class_member m WHERE m.class_id = i.class_id AND m.account = ?)
                   OR EXISTS (SELECT FROM known_class_leaver f WHERE f.class_id = i.class_id AND f.account = ?))
            UNION ALL SELECT 1 FROM contact_attempt t WHERE t.appeal_id = ? AND t.account = ? AND EXISTS (
                SELECT FROM assignment s WHERE s.appeal_id = t.appeal_id AND s.assigned_at <= t.recorded_at)
            UNION ALL SELECT 1 FROM reply r WHERE r.appeal_id = ? AND ? IN (r.drafted_by, r.judged_by)""";

    private final SpecialClassCopies classes;
    private final SourceSystems systems;
    private final ReadingPeriod period;
    private final Jdbc jdbc;

    AppealAccess(SpecialClassCopies classes, SourceSystems systems, ReadingPeriod period, DataSource database) {
        this.classes = classes;
        this.systems = systems;
        this.period = period;
        this.jdbc = Jdbc.of(database);
    }

    public boolean covers(Appeal appeal, Caller caller) {
        if (Party.isOutsider(caller)) {
            return isOwn(appeal, caller);
        }
        if (isPartner(caller)) {
            return hasFiled(appeal, caller);
        }
        return !appeal.confidentiality().isAbout(caller)
                && (caller.scope().covers(appeal.division()) || isOfItsClass(appeal, caller));
    }

    /** Without asking who handles it: the enterprise and the filer, the centre and call-back. */
    public boolean mayKnowWhose(Appeal appeal, Caller caller) {
        return Roles.learnsEveryIdentity(caller)
                || appeal.filing().submittedBy().equals(caller.subject());
    }

    /** What somebody is to an appeal that they may see. In a special class the account counts, whatever its office. */
    public AppealReader reader(Appeal appeal, Caller caller) {
        List<Found> all = appeal.handler().isPresent() ? turns(appeal, caller) : List.of();
        boolean isOver =
                !appeal.isOpen() && all.stream().noneMatch(turn -> turn.endedAt.isAfter(period.closedAfter(caller)));
        List<Turn> turns = isOver
                ? List.of()
                : all.stream()
                        .map(Found::turn)
                        .filter(turn -> counts(turn, caller))
                        .toList();
        Set<Capacity> capacities = handling(turns, caller);
        // nobody judges their own work: raters and call-back never belong to whoever handled it
        if (all.isEmpty() && isOwn(appeal, caller)) {
            capacities.add(Capacity.ENTERPRISE);
        }
        if (all.isEmpty() && caller.hasRole(Roles.CALLBACK_OFFICER)) {
            capacities.add(Capacity.CALLBACK);
        }
        add(capacities, caller, Roles.DISPATCHER, Capacity.CENTRE);
        add(capacities, caller, Roles.SUPERVISOR, Capacity.SUPERVISOR);
        add(capacities, caller, Roles.LEADER, Capacity.LEADER);
        // a partner sees no other appeals
        boolean hasFiled = isPartner(caller) || appeal.filing().submittedBy().equals(caller.subject());
        if (isPartner(caller)) {
            capacities.add(Capacity.PARTNER);
        }
        return new AppealReader(
                capacities,
                view(caller, capacities, hasFiled || !turns.isEmpty()),
                Roles.readsEveryFile(caller)
                        || capacities.contains(Capacity.HANDLER)
                        || capacities.contains(Capacity.CO_HANDLER),
                hasFiled,
                !appeal.confidentiality().isConfidential() || hasFiled || Roles.learnsEveryIdentity(caller),
                turns);
    }

    private static FieldView view(Caller caller, Set<Capacity> capacities, boolean isInvolved) {
        if (Party.isOutsider(caller)) {
            return FieldView.ENTERPRISE;
        }
        if (!Party.isOfficial(caller)) {
            return FieldView.PARTNER;
        }
        if (capacities.contains(Capacity.HANDLER) || Roles.worksOnEveryAppeal(caller)) {
            return FieldView.HANDLER;
        }
        if (Roles.readsEveryFile(caller)) {
            return FieldView.SUPERVISION;
        }
        return isInvolved ? FieldView.HANDLER : FieldView.OFFICE;
    }

    /** Whether the role of the caller lets them work in it; of a special class that is closed nobody does. */
    private static boolean counts(Turn turn, Caller caller) {
        return turn.isOpen()
                && !Collections.disjoint(caller.roles(), turn.isOfClass() ? Roles.OF_CLASSES : Roles.OF_UNITS);
    }

    private static Set<Capacity> handling(List<Turn> turns, Caller caller) {
        Set<Capacity> capacities = EnumSet.noneOf(Capacity.class);
        for (Turn turn : turns) {
            if (turn.isPresent()) {
                capacities.add(turn.helps() ? Capacity.CO_HANDLER : Capacity.HANDLER);
                if (turn.isOfClass() ? turn.leads() : caller.hasRole(Roles.UNIT_HEAD)) {
                    capacities.add(turn.helps() ? Capacity.CO_HEAD : Capacity.HEAD);
                }
            }
        }
        return capacities;
    }

    private static void add(Set<Capacity> capacities, Caller caller, String role, Capacity capacity) {
        if (caller.hasRole(role)) {
            capacities.add(capacity);
        }
    }

    private record Found(Turn turn, Instant endedAt) {}

    private List<Found> turns(Appeal appeal, Caller caller) {
        String me = caller.subject();
        return jdbc.list(
                TURNS,
                AppealAccess::found,
                me,
                me,
                me,
                appeal.id(),
                UnitKey.codesOf(caller),
                UnitKey.districtOf(caller),
                me,
                me,
                me,
                me);
    }

    private static Found found(ResultSet row) throws SQLException {
        Instant ended = Jdbc.instant(row, "ended_at");
        return new Found(
                new Turn(
                        Objects.requireNonNull(Jdbc.instant(row, "from_at")),
                        Jdbc.instant(row, "to_at"),
                        row.getBoolean("helps"),
                        row.getBoolean("of_class"),
                        row.getBoolean("open"),
                        row.getBoolean("leads")),
                ended == null ? Instant.MAX : ended);
    }

    /** Whether whoever filed it has handled it as well. */
    public boolean isFiledByHandler(Appeal appeal) {
        UUID id = appeal.id();
        String filer = appeal.filing().submittedBy();
        return jdbc.exists(HANDLED_BY, id, filer, filer, filer, filer, id, filer, id, filer);
    }

    private static boolean isPartner(Caller caller) {
        return !Party.isOutsider(caller) && !Party.isOfficial(caller);
    }

    /** An account of the partner's system; where that is not registered, the account that has filed. */
    private boolean hasFiled(Appeal appeal, Caller partner) {
        Filing filing = appeal.filing();
        SourceRef ref = filing.sourceRef();
        boolean isOwn = filing.submittedBy().equals(partner.subject());
        return filing.source() == AppealSource.PARTNER
                && (ref == null
                        ? isOwn
                        : systems.speaksFor(partner, ref.system()).orElse(isOwn));
    }

    private boolean isOfItsClass(Appeal appeal, Caller caller) {
        return appeal.handler()
                .map(Handler::classId)
                .flatMap(classes::find)
                .filter(known -> known.has(caller.subject()))
                .isPresent();
    }

    private static boolean isOwn(Appeal appeal, Caller caller) {
        return Party.of(caller)
                .filter(party -> party.creditCode().equals(appeal.filing().enterprise()))
                .isPresent();
    }
}
