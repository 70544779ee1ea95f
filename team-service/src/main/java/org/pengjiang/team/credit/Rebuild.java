package org.pengjiang.team.credit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pengjiang.kit.identity.DivisionScope;
import org.pengjiang.kit.inbox.ReceivedEvent;
import org.pengjiang.team.model.StoredPeriods;

/**
 * Builds the ledger again from the first event and compares it with the one that stands, posting by posting. Writes
 * nothing. Events that the live ledger has not applied yet (waiting or parked) are left out on both sides and counted.
 */
@ApplicationScoped
class Rebuild {
    private final ProjectTopic topic;
    private final LedgerStore ledger;
    private final CountingRulesInForce rules;
    private final StoredPeriods periods;

    Rebuild(ProjectTopic topic, LedgerStore ledger, CountingRulesInForce rules, StoredPeriods periods) {
        this.topic = topic;
        this.ledger = ledger;
        this.rules = rules;
        this.periods = periods;
    }

    RebuildView compare(DivisionScope scope) {
        Run run = new Run(scope);
        topic.readAll(run::take, run::endOfPartition);
        return run.view();
    }

    /** One pass over the topic; what a partition held is forgotten when it has been compared. */
    private final class Run {
        private static final int MOST_DIFFERENCES = 100;

        private final DivisionScope scope;
        private final Map<UUID, Replayed> projects = new HashMap<>();
        private final List<RebuildView.DifferenceView> differences = new ArrayList<>();
        private long applied;
        private long waiting;
        private long compared;
        private long postings;

        Run(DivisionScope scope) {
            this.scope = scope;
        }

        private record Replayed(ProjectAccount account, Set<UUID> events, String no) {}

        void take(List<ReceivedEvent> batch) {
            Set<UUID> live =
                    ledger.applied(batch.stream().map(ReceivedEvent::id).toList());
            for (ReceivedEvent event : batch) {
                if (!scope.covers(event.division())) {
                    continue;
                }
                if (live.contains(event.id())) {
                    replay(event);
                } else {
                    waiting++;
                }
            }
        }

        private void replay(ReceivedEvent event) {
            LedgerStore.Project project = LedgerStore.Project.of(event);
            Replayed replayed = projects.computeIfAbsent(
                    event.subject(), id -> new Replayed(new ProjectAccount(), new HashSet<>(), project.no()));
            if (!replayed.events().add(event.id())) {
                return;
            }
            applied++;
            FactReader.read(event)
                    .ifPresent(fact -> replayed.account()
                            .apply(
                                    fact,
                                    rules.at(project.district(), fact.recordedAt()),
                                    periods.of(project.district())));
        }

        void endOfPartition() {
            projects.forEach((id, replayed) -> compare(id, replayed));
            projects.clear();
        }

        private void compare(UUID id, Replayed replayed) {
            compared++;
            Map<UUID, Posting> rebuilt = byId(replayed.account().postings());
            Map<UUID, Posting> live = byId(ledger.postings(id).stream()
                    .filter(posting -> replayed.events().contains(posting.eventId()))
                    .toList());
            postings += rebuilt.size();
            rebuilt.forEach((posting, built) -> {
                if (!built.sameAs(live.get(posting))) {
                    differ(replayed.no(), posting, "rebuilt otherwise");
                }
            });
            live.keySet().stream()
                    .filter(posting -> !rebuilt.containsKey(posting))
                    .forEach(posting -> differ(replayed.no(), posting, "not rebuilt"));
        }

        private void differ(String projectNo, UUID posting, String how) {
            if (differences.size() < MOST_DIFFERENCES) {
                differences.add(new RebuildView.DifferenceView(projectNo, posting, how));
            }
        }

        private static Map<UUID, Posting> byId(List<Posting> postings) {
            return postings.stream().collect(Collectors.toMap(Posting::id, Function.identity()));
        }

        RebuildView view() {
            return new RebuildView(differences.isEmpty(), applied, waiting, compared, postings, differences);
        }
    }
}
