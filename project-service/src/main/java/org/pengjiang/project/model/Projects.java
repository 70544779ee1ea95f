package org.pengjiang.project.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.due.DueSource.Subject;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.identity.SystemScope;
import org.pengjiang.kit.identity.Unscoped;
import org.pengjiang.kit.jdbc.Jdbc;
import org.pengjiang.kit.log.AggregateRepository;
import org.pengjiang.kit.search.SearchTexts;
import org.pengjiang.kit.search.SearchedList;

/** All projects. */
@ApplicationScoped
public class Projects extends AggregateRepository<InvestmentProject> {
    public static final SearchedList SEARCHED = new SearchedList("project", "project", "p", "search_text", "P");

    /** Before a column of the investor's scope: a project is found by its investor wherever it lies. */
    private static final String OF_INVESTOR =
            " join Investor v on v.id = i.investorId where i.investorId = :investor and v.";

    private static final String OWING_WITHOUT_DUE = """
            SELECT p.id, p.division FROM project p
             WHERE p.id <> ALL (?::uuid[]) AND p.stage = 'ADMISSION_REVIEW' AND EXISTS (
                   SELECT 1 FROM admission_case c JOIN department_opinion o ON o.case_id = c.id
                    WHERE c.project_id = p.id AND c.decision IS NULL AND o.verdict IS NULL
                      AND c.seq = (SELECT max(seq) FROM admission_case WHERE project_id = p.id)
                      AND NOT EXISTS (SELECT 1 FROM due d WHERE d.subject = p.id AND d.closed_at IS NULL
                                         AND d.item = c.seq || ' ' || o.department))
             LIMIT ? FOR NO KEY UPDATE OF p SKIP LOCKED
            """;

    private final SearchTexts texts;

    Projects(SearchTexts texts) {
        this.texts = texts;
    }

    @Produces
    @Singleton
    @Unscoped("what the list is called, no row of it")
    SearchedList searched() {
        return SEARCHED;
    }

    @Override
    public void add(InvestmentProject project) {
        super.add(project);
        keepSearched(project);
    }

    /** After what it is found by has changed. */
    public void keepSearched(InvestmentProject project) {
        texts.keep(SEARCHED, project.id(), project.searchText());
    }

    /** For what another service says of it: with a row lock. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<InvestmentProject> toFollow(SystemScope scope, UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The one that this piece of evidence belongs to. */
    public Optional<InvestmentProject> withEvidence(DivisionScope scope, UUID evidence) {
        return entities()
                .createQuery("select e.project.id from Evidence e where e.id = :evidence", UUID.class)
                .setParameter("evidence", evidence)
                .getResultStream()
                .findFirst()
                .flatMap(id -> find(scope, id));
    }

    /** Those that an investor of the scope has a part in, with their rows locked in the order of their ids. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<InvestmentProject> investedInBy(DivisionScope scope, UUID investor) {
        List<UUID> ids = entities()
                .createQuery(
                        "select p.id from InvestmentProject p join p.description.investors i" + OF_INVESTOR
                                + scope.column() + " = :place",
                        UUID.class)
                .setParameter("investor", investor)
                .setParameter("place", scope.value())
                .getResultList();
        return ids.isEmpty()
                ? List.of()
                : entities()
                        .createQuery("from InvestmentProject where id in (:ids) order by id", InvestmentProject.class)
                        .setParameter("ids", ids)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList();
    }

    /** Under review, with an opinion that is owed and no due for it; rows that others hold are left to them. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Subject> owingOpinionsWithoutDue(SystemScope scope, int most, Collection<UUID> except) {
        return entities()
                .unwrap(Session.class)
                .doReturningWork(connection -> Jdbc.on(connection)
                        .list(
                                OWING_WITHOUT_DUE,
                                row -> new Subject(
                                        row.getObject("id", UUID.class), DivisionCode.parse(row.getString("division"))),
                                except,
                                most));
    }

    /** The teams that share a project of an investor of the scope now. */
    public Set<String> teamsCreditedFor(DivisionScope scope, UUID investor) {
        return Set.copyOf(entities()
                .createQuery(
                        "select distinct s.teamCode from CreditShare s join s.project p join p.description.investors i"
                                + OF_INVESTOR + scope.column() + " = :place and s.supersededOn is null",
                        String.class)
                .setParameter("investor", investor)
                .setParameter("place", scope.value())
                .getResultList());
    }
}
