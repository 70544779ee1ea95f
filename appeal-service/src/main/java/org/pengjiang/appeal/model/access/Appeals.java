package org.pengjiang.appeal.model.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.filing.AppealSource;
import org.pengjiang.appeal.model.filing.SourceConflict;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.identity.SystemScope;
import org.pengjiang.kit.identity.Unscoped;
import org.pengjiang.kit.log.AggregateRepository;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.search.SearchTexts;
import org.pengjiang.kit.search.SearchedList;

/** All appeals. */
@ApplicationScoped
public class Appeals extends AggregateRepository<Appeal> {
    public static final SearchedList SEARCHED = new SearchedList("appeal", "appeal", "a", "search_text", "A");

    private static final UUID FIRST = new UUID(0, 0);

    private final AppealAccess access;
    private final SearchTexts texts;

    Appeals(AppealAccess access, SearchTexts texts) {
        this.access = access;
        this.texts = texts;
    }

    @Produces
    @Singleton
    @Unscoped("what the list is called, no row of it")
    SearchedList searched() {
        return SEARCHED;
    }

    @Override
    public void add(Appeal appeal) {
        super.add(appeal);
        texts.keep(SEARCHED, appeal.id(), appeal.searchText());
    }

    /** Loads for reading, if this caller may see it at all. */
    public Optional<Appeal> seenBy(Caller caller, UUID id) {
        return Optional.ofNullable(findById(id)).filter(appeal -> access.covers(appeal, caller));
    }

    /** In a transaction of its own, whose connection is free again when this returns: a stream lives long behind it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean isSeenBy(Caller caller, UUID id) {
        return seenBy(caller, id).isPresent();
    }

    /** The one that this message belongs to, if this caller may see it at all. */
    public Optional<Appeal> withMessage(Caller caller, UUID message) {
        return withPart("select m.appeal.id from AppealMessage m where m.id = :part", caller, message);
    }

    /** The one that this reply belongs to, if this caller may see it at all. */
    public Optional<Appeal> withReply(Caller caller, UUID reply) {
        return withPart("select r.appeal.id from Reply r where r.id = :part", caller, reply);
    }

    /** The one that this question belongs to, if this caller may see it at all. */
    public Optional<Appeal> withQuestion(Caller caller, UUID question) {
        return withPart("select q.appeal.id from Question q where q.id = :part", caller, question);
    }

    /** The one that this answer to a question belongs to, if this caller may see it at all. */
    public Optional<Appeal> withAnswer(Caller caller, UUID answer) {
        return withPart("select q.appeal.id from Question q where q.replyId = :part", caller, answer);
    }

    /** The one that this report on an order belongs to, if this caller may see it at all. */
    public Optional<Appeal> withOrderReport(Caller caller, UUID report) {
        return withPart("select r.appeal.id from OrderReport r where r.id = :part", caller, report);
    }

    /** The one that this co-task belongs to, if this caller may see it at all. */
    public Optional<Appeal> withCotask(Caller caller, UUID cotask) {
        return withPart("select c.appeal.id from Cotask c where c.id = :part", caller, cotask);
    }

    private Optional<Appeal> withPart(String query, Caller caller, UUID part) {
        return entities()
                .createQuery(query, UUID.class)
                .setParameter("part", part)
                .getResultStream()
                .findFirst()
                .flatMap(id -> seenBy(caller, id));
    }

    /**
     * Loads the appeal that the command names, with a row lock, and compares {@code If-Match}.
     *
     * @throws DomainException NOT_FOUND when this caller may not see it, VERSION_STALE
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Appeal forChange(Caller caller, UUID id) {
        DivisionScope place = place(id);
        Appeal appeal = alongside(place, id);
        if (!access.covers(appeal, caller)) {
            throw new DomainException(KitProblem.NOT_FOUND);
        }
        return forChange(place, id);
    }

    /** Another one that the same command changes too, with a row lock, if this caller may see it at all. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Appeal> alsoForChange(Caller caller, UUID id) {
        return placeOf(id).map(place -> alongside(place, id)).filter(appeal -> access.covers(appeal, caller));
    }

    /** For the service itself: with a row lock and no {@code If-Match}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Appeal forSweep(SystemScope scope, UUID id) {
        return alongside(place(id), id);
    }

    /** Those whose rows the service has locked already, in this order and in few statements; what they hold is then read together too. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Appeal> claimed(SystemScope scope, List<UUID> ids) {
        return entities().unwrap(Session.class).findMultiple(Appeal.class, ids);
    }

    /** The next open appeals that a special class handles, by their ids. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<UUID> openOfClass(SystemScope scope, UUID classId, @Nullable UUID after, int most) {
        return entities()
                .createQuery(
                        "select id from Appeal where handler.classId = :class and open and id > :after order by id",
                        UUID.class)
                .setParameter("class", classId)
                .setParameter("after", after == null ? FIRST : after)
                .setMaxResults(most)
                .getResultList();
    }

    /** The one that a platform has sent anew. */
    public Appeal of(SourceConflict conflict) {
        return entities().find(Appeal.class, conflict.appealId());
    }

    /** A partner platform and the number that it gave an appeal. */
    public record ExternalNumber(String system, String id) {}

    /**
     * Whoever asks for the same number at the same time waits, so that the second finds what the first has filed. Whether a number
     * exists that is not the caller's, nobody learns.
     *
     * @param asSent the spelling of this request: two appeals that were filed before spellings were one stay two
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Appeal> withExternalId(Caller caller, ExternalNumber number, ExternalNumber asSent) {
        entities().unwrap(Session.class).doWork(connection -> lock(connection, number.system() + '/' + number.id()));
        Optional<Appeal> exact = stored(asSent);
        Optional<Appeal> found = exact.isPresent() || asSent.equals(number) ? exact : stored(number);
        return found.filter(appeal -> access.covers(appeal, caller));
    }

    /** With a row lock, for whoever has shown its query code. */
    @Unscoped("the query code has said whose it is")
    @Transactional(Transactional.TxType.MANDATORY)
    public Appeal forQueryCode(UUID id) {
        return alongside(place(id), id);
    }

    /** Those that a query code opens, oldest first. */
    @Unscoped("the query code has said whose they are")
    public List<Appeal> ofQueryCode(List<UUID> ids) {
        return find("id in ?1 order by id", ids).list();
    }

    /** The newest of an enterprise in one category that this caller may see, and may know to be its. */
    public List<Appeal> ofEnterpriseSince(Caller caller, String enterprise, String category, Instant since, int most) {
        return find(
                        "filing.appellant.creditCode = ?1 and classification.category = ?2 and filing.receivedAt >= ?3"
                                + " order by id desc",
                        enterprise,
                        category,
                        since)
                .page(0, most)
                .stream()
                .filter(appeal -> access.covers(appeal, caller) && access.mayKnowWhose(appeal, caller))
                .toList();
    }

    /** Those of one submission that this caller may see and know to be of whom they are: one would say whose the others are. Oldest first. */
    public List<Appeal> ofSubmission(Caller caller, String number) {
        return find("filing.submission.no = ?1 order by id", number).stream()
                .filter(appeal -> access.covers(appeal, caller)
                        && access.reader(appeal, caller).shows(FieldView.Field.IDENTITY))
                .toList();
    }

    /** Numbers that others gave before partners' systems were registered are no partner's. */
    private Optional<Appeal> stored(ExternalNumber number) {
        return find(
                        "filing.sourceRef.system = ?1 and filing.sourceRef.number = ?2 and filing.source = ?3",
                        number.system(),
                        number.id(),
                        AppealSource.PARTNER)
                .firstResultOptional();
    }

    private static void lock(Connection connection, String number) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtextextended('appeal-no/' || ?, 0))")) {
            lock.setString(1, number);
            lock.execute();
        }
    }

    /** Without loading it: what was read before the lock would be outdated behind it. */
    private DivisionScope place(UUID id) {
        return placeOf(id).orElseThrow(() -> new DomainException(KitProblem.NOT_FOUND));
    }

    private Optional<DivisionScope> placeOf(UUID id) {
        return entities()
                .createQuery("select division from Appeal where id = :id", String.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(division -> DivisionScope.of(DivisionCode.parse(division)));
    }
}
