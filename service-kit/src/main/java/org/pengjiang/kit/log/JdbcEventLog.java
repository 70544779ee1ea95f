package org.pengjiang.kit.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.crypto.DataKeys;
import org.pengjiang.kit.identity.AccountNames;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.identity.CurrentCaller;
import org.pengjiang.kit.kafka.MessageSize;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.KitProblem;
import org.pengjiang.kit.trace.Trace;

/** Writes a row at once, on the connection of the change and in its own statement after the aggregate was read. */
@ApplicationScoped
class JdbcEventLog implements EventLog {
    private final EntityManager entities;
    private final CurrentCaller caller;
    private final Clock clock;
    private final ObjectMapper json;
    private final DataKeys dataKeys;
    private final PublishedTypes published;
    private final CommitSignal signal;
    private final TransactionSynchronizationRegistry transactions;
    private final AccountNames names;
    private final List<LogListener> listeners;

    JdbcEventLog(
            EntityManager entities,
            CurrentCaller caller,
            Clock clock,
            ObjectMapper json,
            DataKeys dataKeys,
            PublishedTypes published,
            CommitSignal signal,
            TransactionSynchronizationRegistry transactions,
            AccountNames names,
            Instance<LogListener> declared) {
        this.entities = entities;
        this.caller = caller;
        this.clock = clock;
        this.json = json;
        this.dataKeys = dataKeys;
        this.published = published;
        this.signal = signal;
        this.transactions = transactions;
        this.names = names;
        this.listeners = declared.stream().toList();
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(LoggedAggregate subject, DomainEvent event) {
        append(subject, event, event.audience(), List.of(), Map.of());
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(LoggedAggregate subject, DomainEvent event, Map<String, ?> privateData) {
        append(subject, event, event.audience(), List.of(), privateData);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void appendFor(Collection<String> parties, LoggedAggregate subject, DomainEvent event) {
        Change change = new Change(subject, event, List.copyOf(parties), false);
        append(subject, event, audience(change), partiesOf(change), Map.of());
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void appendWithoutParty(LoggedAggregate subject, DomainEvent event) {
        append(subject, event, audience(Change.withoutParty(subject, event)), List.of(), Map.of());
    }

    private static Audience audience(Change change) {
        Audience said = change.event().audience();
        if (change.restricted()) {
            return said == Audience.INTERNAL ? said : Audience.RESTRICTED;
        }
        if (change.hasNoParty() && said == Audience.PARTY) {
            return Audience.DIVISION;
        }
        if (change.parties() == null || said == Audience.RESTRICTED) {
            return said;
        }
        if (said == Audience.INTERNAL) {
            throw new IllegalArgumentException(change.event().type() + " is internal: no party may see it");
        }
        return Audience.PARTY;
    }

    private static List<String> partiesOf(Change change) {
        List<String> parties = change.parties();
        return parties == null
                ? List.of()
                : parties.stream().sorted().distinct().toList();
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void appendRestricted(Collection<String> parties, LoggedAggregate subject, DomainEvent event) {
        Change change = new Change(subject, event, List.copyOf(parties), true);
        append(subject, event, audience(change), partiesOf(change), Map.of());
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void together(Runnable step) {
        Together together = new Together(new ArrayList<>());
        transactions.putResource(Together.class, together);
        try {
            step.run();
        } finally {
            transactions.putResource(Together.class, null);
        }
        write(together.changes);
    }

    /** What waits until a step is over. */
    private record Together(List<Change> changes) {}

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void appendAll(List<Change> changes) {
        Together together = (Together) transactions.getResource(Together.class);
        if (together == null) {
            write(changes);
        } else {
            together.changes.addAll(changes);
        }
    }

    private void write(List<Change> changes) {
        List<NewRow> rows = changes.stream()
                .map(change -> row(change.subject(), change.event(), audience(change), partiesOf(change), Map.of()))
                .toList();
        entities.unwrap(Session.class)
                .doWork(connection -> LogRows.insert(
                        connection, rows.stream().map(NewRow::stored).toList()));
        tell(rows);
    }

    private void append(
            LoggedAggregate subject,
            DomainEvent event,
            Audience audience,
            List<String> parties,
            Map<String, ?> privateData) {
        if (transactions.getResource(Together.class) != null) {
            throw new IllegalStateException(
                    "within one step everything is told to appendAll: the order would be another one");
        }
        NewRow row = row(subject, event, audience, parties, privateData);
        entities.unwrap(Session.class)
                .doWork(connection -> LogRows.insert(
                        connection, row.stored().entry(), row.stored().hash()));
        tell(List.of(row));
    }

    private record NewRow(LoggedAggregate subject, DomainEvent event, LogRows.Hashed stored) {}

    private void tell(List<NewRow> rows) {
        names.note(caller.get());
        signal.raiseAfterCommit();
        for (NewRow row : rows) {
            LogListener.Appended appended = new LogListener.Appended(
                    row.subject(),
                    row.event(),
                    row.stored().entry().id(),
                    row.stored().entry().subjectVersion());
            listeners.forEach(listener -> listener.appended(appended));
        }
    }

    /** The next row of the subject, whose head it is from now on. */
    private NewRow row(
            LoggedAggregate subject,
            DomainEvent event,
            Audience audience,
            List<String> parties,
            Map<String, ?> privateData) {
        if (audience == Audience.PARTY && parties.isEmpty()) {
            throw new IllegalArgumentException(event.type() + " is for parties: use appendFor and name them");
        }
        if (!entities.contains(subject)) {
            expectToBeAdded(subject);
        }
        UUID id = Ids.next();
        Caller actor = caller.get();
        LogEntry entry = new LogEntry(
                LogEntry.FORM,
                id,
                event.type(),
                audience,
                parties,
                subject.subjectType(),
                subject.id(),
                subject.logVersion + 1,
                published.contains(event.type()) ? subject.publishedVersion + 1 : null,
                event.decisive() ? subject.nextVersion() : null,
                subject.division().value(),
                actor.subject(),
                String.join(",", actor.roles().stream().sorted().toList()),
                Instant.now(clock),
                data(event),
                parties.isEmpty() && event.audience() != Audience.PARTY
                        ? null
                        : event.partyView().map(this::data).orElse(null),
                sealed(subject, id, privateData),
                Trace.parent(),
                subject.lastHash);
        byte[] hash = entry.hash();
        subject.logged(entry, hash);
        return new NewRow(subject, event, new LogRows.Hashed(entry, hash));
    }

    /** A row cannot be removed from the log. So an aggregate that is logged must be stored in the same transaction. */
    private void expectToBeAdded(LoggedAggregate subject) {
        if (!subject.isMadeHere()) {
            throw new IllegalArgumentException("load the " + subject.subjectType() + " for change before it is logged");
        }
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                if (!entities.contains(subject)) {
                    throw new IllegalStateException(
                            "a new " + subject.subjectType() + " was logged and not added to its repository");
                }
            }

            @Override
            public void afterCompletion(int status) {
                // a rollback has taken the row back as well
            }
        });
    }

    private String data(Object event) {
        String data = text(event);
        // as Kafka counts: a Chinese character is three bytes
        if (data.length() > MessageSize.LARGEST_DATA / 3
                && data.getBytes(StandardCharsets.UTF_8).length > MessageSize.LARGEST_DATA) {
            throw new DomainException(KitProblem.BODY_TOO_LARGE, MessageSize.LARGEST_DATA);
        }
        return data;
    }

    private byte @Nullable [] sealed(LoggedAggregate subject, UUID id, Map<String, ?> privateData) {
        if (privateData.isEmpty()) {
            return null;
        }
        byte[] plain = text(privateData).getBytes(StandardCharsets.UTF_8);
        return dataKeys.seal(DataKeys.owner(subject.subjectType(), subject.id()), plain, privateDataContext(id));
    }

    /** What {@code private_data} of that row was sealed for. */
    static byte[] privateDataContext(UUID id) {
        return ("event_log/" + id + "/private_data").getBytes(StandardCharsets.UTF_8);
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value.getClass().getName() + " does not turn into JSON", e);
        }
    }
}
