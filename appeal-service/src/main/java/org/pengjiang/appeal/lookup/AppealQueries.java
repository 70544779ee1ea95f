package org.pengjiang.appeal.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.access.AppealConditions;
import org.pengjiang.appeal.model.access.Appeals;
import org.pengjiang.appeal.model.problem.AppealProblem;
import org.pengjiang.calendar.ShanghaiTime;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.identifiers.InvalidIdentifier;
import org.pengjiang.kit.http.Keyset;
import org.pengjiang.kit.http.KeysetPage;
import org.pengjiang.kit.http.Page;
import org.pengjiang.kit.http.PageRequest;
import org.pengjiang.kit.http.Paging;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.identity.Party;
import org.pengjiang.kit.jdbc.SqlCondition;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.search.Found;
import org.pengjiang.kit.search.SearchWords;
import org.pengjiang.kit.search.TextSearch;

/** Lists of appeals: everything visible by age, the inbox by what breaches next. */
@ApplicationScoped
class AppealQueries {
    private static final Keyset NEWEST_FIRST = Keyset.descending("a.id::uuid");
    private static final Keyset BREACHES_NEXT = Keyset.ascending("a.inbox_due::timestamptz", "a.id::uuid");

    private static final String WORKS_ON = """
            (a.person = ? OR a.substitute = ? AND ? BETWEEN a.substitute_from AND a.substitute_to)
            AND a.person_unit = a.accountable_unit""";

    private final VisibleSets sources;
    private final AppealRows rows;
    private final TextSearch search;
    private final AppealConditions visibility;
    private final Paging paging;
    private final Clock clock;

    AppealQueries(
            VisibleSets sources,
            AppealRows rows,
            TextSearch search,
            AppealConditions visibility,
            Paging paging,
            Clock clock) {
        this.visibility = visibility;
        this.sources = sources;
        this.rows = rows;
        this.search = search;
        this.paging = paging;
        this.clock = clock;
    }

    Page<AppealSummary> list(Caller caller, AppealFilter filter, PageRequest request) {
        requireOwn(caller, filter);
        requirePeriod(filter);
        List<@Nullable Object> seal = new ArrayList<>(Arrays.asList(filter.values()));
        seal.add(VisibleSets.seal(caller));
        KeysetPage page = paging.start(request, NEWEST_FIRST, seal.toArray());
        List<SqlCondition> visible = sources.visible(caller);
        Optional<SearchWords> words = SearchWords.of("q", filter.q(), filter.isNarrowed());
        SqlCondition narrowed =
                conditions(filter).and(known(caller, filter, words)).and(worksOn(caller, filter));
        if (words.isPresent()) {
            List<SqlCondition> searched =
                    visible.stream().map(source -> source.and(narrowed)).toList();
            Found found = search.find(Appeals.SEARCHED, words.get(), searched, page);
            return page.found(
                    found.ids(),
                    found.searchedUpTo(),
                    ids -> rows.among(caller, visible, ids).stream()
                            .map(AppealRows.Row::summary)
                            .toList());
        }
        return page.of(
                rows.page(caller, visible, narrowed, page),
                row -> List.of(row.summary().id()),
                AppealRows.Row::summary);
    }

    private static void requireOwn(Caller caller, AppealFilter filter) {
        List<Fault> faults = new ArrayList<>();
        if (Party.isOutsider(caller) && filter.enterprise() != null) {
            faults.add(Fault.at("query:enterprise", KitProblem.FORBIDDEN));
        }
        if (!Party.isOfficial(caller) && filter.assignee() != null) {
            faults.add(Fault.at("query:assignee", KitProblem.FORBIDDEN));
        }
        if (!faults.isEmpty()) {
            throw new DomainException(KitProblem.FORBIDDEN, faults);
        }
    }

    Page<AppealSummary> inbox(Caller caller, PageRequest request) {
        KeysetPage page = paging.start(request, BREACHES_NEXT, caller.subject(), VisibleSets.seal(caller));
        return page.of(
                rows.page(caller, sources.inbox(caller), SqlCondition.of("TRUE"), page),
                row -> List.of(row.inboxDue(), row.summary().id()),
                AppealRows.Row::summary);
    }

    private static void requirePeriod(AppealFilter filter) {
        if (filter.receivedFrom() != null
                && filter.receivedTo() != null
                && filter.receivedTo().isBefore(filter.receivedFrom())) {
            throw new DomainException(
                    KitProblem.PARAMETER_INVALID, List.of(Fault.at("query:receivedTo", AppealProblem.PERIOD_REVERSED)));
        }
    }

    /** What somebody works on, also as a substitute today; of others what one would read. */
    private SqlCondition worksOn(Caller caller, AppealFilter filter) {
        String account = "me".equals(filter.assignee()) ? caller.subject() : filter.assignee();
        return account == null
                ? SqlCondition.of("TRUE")
                : SqlCondition.of(WORKS_ON, account, account, LocalDate.now(clock))
                        .and(visibility.involved(caller));
    }

    /** Nobody finds by words, an enterprise, a project or the nature what they would not read; a full number finds its appeal. */
    private SqlCondition known(Caller caller, AppealFilter filter, Optional<SearchWords> words) {
        if (filter.enterprise() != null || filter.project() != null) {
            return visibility.involved(caller).and(visibility.learnsWhose(caller));
        }
        if (filter.nature() != null) {
            return visibility.involved(caller);
        }
        boolean isByWords =
                words.filter(typed -> !typed.isNumber(Appeals.SEARCHED)).isPresent();
        return isByWords ? visibility.involved(caller) : SqlCondition.of("TRUE");
    }

    private static SqlCondition conditions(AppealFilter filter) {
        List<SqlCondition> parts = new ArrayList<>(List.of(SqlCondition.of("TRUE")));
        add(parts, "a.state = ?", filter.state() == null ? null : filter.state().name());
        add(parts, "a.category = ?", filter.category());
        add(
                parts,
                "a.time_class = ?",
                filter.timeClass() == null ? null : filter.timeClass().name());
        add(parts, "a.accountable_unit = ?", filter.unit());
        add(parts, "a.project_id = ?", filter.project());
        add(parts, "a.enterprise = ?", filter.enterprise());
        add(
                parts,
                "a.nature = ?",
                filter.nature() == null ? null : filter.nature().name());
        add(
                parts,
                "a.received_at >= ?",
                filter.receivedFrom() == null
                        ? null
                        : ShanghaiTime.instant(filter.receivedFrom().atStartOfDay()));
        add(
                parts,
                "a.received_at < ?",
                filter.receivedTo() == null
                        ? null
                        : ShanghaiTime.instant(filter.receivedTo().plusDays(1).atStartOfDay()));
        // as the partial indexes have it
        if (filter.open() != null) {
            parts.add(SqlCondition.of(filter.open() ? "a.open" : "NOT a.open"));
        }
        if (filter.breached() != null) {
            parts.add(SqlCondition.of(filter.breached() ? "a.breached" : "NOT a.breached"));
        }
        if (filter.division() != null) {
            DivisionScope wished = DivisionScope.of(division(filter.division()));
            add(parts, "a." + wished.column() + " = ?", wished.value());
        }
        return parts.stream().reduce(SqlCondition::and).orElseThrow();
    }

    private static DivisionCode division(String code) {
        try {
            return DivisionCode.parse(code);
        } catch (InvalidIdentifier e) {
            throw new DomainException(KitProblem.PARAMETER_INVALID, List.of(Fault.at("query:division", e.finding())));
        }
    }

    private static void add(List<SqlCondition> parts, String sql, @Nullable Object value) {
        if (value != null) {
            parts.add(SqlCondition.of(sql, value));
        }
    }
}
