package org.pengjiang.project.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.approval.OpenApprovals;
import org.pengjiang.kit.approval.OpenApprovals.Join;
import org.pengjiang.kit.due.DueSource.Subject;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.identity.SystemScope;
import org.pengjiang.kit.identity.Unscoped;
import org.pengjiang.kit.log.AggregateRepository;
import org.pengjiang.kit.search.SearchTexts;
import org.pengjiang.kit.search.SearchedList;

/** All investors. */
@ApplicationScoped
public class Investors extends AggregateRepository<Investor> {
    public static final SearchedList SEARCHED = new SearchedList("investor", "investor", "i", "name", "");

    private final SearchTexts texts;

    Investors(SearchTexts texts) {
        this.texts = texts;
    }

    @Produces
    @Singleton
    @Unscoped("what the list is called, no row of it")
    SearchedList searched() {
        return SEARCHED;
    }

    @Override
    public void add(Investor investor) {
        super.add(investor);
        texts.keep(SEARCHED, investor.id(), investor.name());
    }

    /**
     * An investor belongs to its whole district, so that a town sees whom the next town already knows; a caller from below
     * a district is therefore widened to it, and never further.
     */
    public static DivisionScope districtOf(DivisionScope scope) {
        return scope.root()
                .flatMap(DivisionCode::district)
                .map(DivisionCode::parse)
                .map(DivisionScope::of)
                .orElse(scope);
    }

    /** By the key of its number. */
    public Optional<Investor> known(DivisionScope district, byte[] idKey) {
        return entities()
                .createQuery("from Investor where " + district.column() + " = :place and idKey = :key", Investor.class)
                .setParameter("place", district.value())
                .setParameter("key", idKey)
                .getResultStream()
                .findFirst();
    }

    /** With a code that fails its check and a due of its confirmation that is not stored. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Subject> withoutDues(SystemScope scope, int most, Collection<UUID> except) {
        return OpenApprovals.subjectsWithoutDues(
                entities(), Join.bySubject("investor"), ProjectApproval.CREDIT_CODE, most, except);
    }

    /** Those of a project whose code fails its check, with a row lock: who may confirm it depends on the shares of their projects. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Investor> overriddenOf(InvestmentProject project, Set<UUID> former) {
        List<UUID> ids = Stream.concat(
                        former.stream(), project.investors().stream().map(ProjectInvestor::investorId))
                .distinct()
                .sorted()
                .toList();
        return entities()
                .createQuery("from Investor where id in (:ids) and override is not null order by id", Investor.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /**
     * Those with these ids that lie in the scope, in one query. A query of ours for a list of values would be translated anew
     * each time it is asked.
     */
    public List<Investor> among(DivisionScope scope, List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return entities()
                .unwrap(Session.class)
                .findMultiple(Investor.class, ids.stream().distinct().toList())
                .stream()
                .filter(Objects::nonNull)
                .filter(investor -> scope.covers(investor.division()))
                .toList();
    }
}
