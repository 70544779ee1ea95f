package org.pengjiang.kit.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.tasks.Task;

/** Whoever decides whatever in whatever order: what the rules say of every command is what becomes of it. */
class FourEyesTest {
    private static final int CASES = 10_000;
    private static final int STEPS = 40;
    private static final Instant START = Instant.parse("2026-11-30T00:00:00Z");
    private static final List<String> ROLES = List.of("CLERK", "HEAD", "LEADER");
    private static final List<String> TEAMS = List.of("T01", "T02", "T03");

    @Test
    void noSequenceOfCommandsBreaksTheRules() {
        long seed = Long.getLong("approval.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Map<ApprovalOutcome, Integer> ends = new EnumMap<>(ApprovalOutcome.class);
        Map<String, Integer> refused = new HashMap<>();
        for (int i = 0; i < CASES; i++) {
            OneCase one = new OneCase(new Random(seed + i), refused);
            try {
                one.live();
            } catch (AssertionError broken) {
                throw new AssertionError("seed " + (seed + i), broken);
            }
            ends.merge(one.request.outcome(), 1, Integer::sum);
        }
        // a property that never gets anywhere proves nothing
        Stream.of(ApprovalOutcome.values())
                .forEach(outcome -> assertTrue(ends.getOrDefault(outcome, 0) > CASES / 200, outcome + " in " + ends));
        Stream.of(ApprovalRefusal.values())
                .forEach(refusal ->
                        assertTrue(refused.getOrDefault(refusal.name(), 0) > CASES / 20, refusal + " in " + refused));
    }

    /** What is known of one confirmation when it was given. */
    private record Given(String confirmation, Caller by) {}

    private static final class OneCase {
        private final Random random;
        private final Map<String, Integer> refused;
        private final List<Caller> people = new ArrayList<>();
        private final TestKind kind;
        private final Caller proposer;
        private final List<String> needed;
        private final @Nullable Instant deadline;
        private final ApprovalRequest request;

        private final Set<String> excludedPersons = new TreeSet<>();
        private final Set<String> excludedTeams = new TreeSet<>();
        private final List<Given> given = new ArrayList<>();
        private Exclusion excludedNow = Exclusion.NOBODY;
        private ApprovalOutcome outcome = ApprovalOutcome.OPEN;
        private Instant now = START;

        OneCase(Random random, Map<String, Integer> refused) {
            this.random = random;
            this.refused = refused;
            for (int i = 0; i < 6; i++) {
                people.add(new Caller(
                        "person-" + i, Set.copyOf(some(ROLES)), Optional.empty(), Map.of("teams", some(TEAMS))));
            }
            kind = random.nextBoolean() ? TestKind.ONE_AT_A_TIME : TestKind.MANY;
            proposer = anybody();
            needed = random.nextInt(20) == 0
                    ? List.of()
                    : random.ints(1 + random.nextInt(3), 0, ROLES.size())
                            .mapToObj(ROLES::get)
                            .toList();
            deadline = random.nextInt(3) == 0 ? START.plusSeconds(random.nextInt(30)) : null;
            UUID subject = new UUID(0, random.nextLong());
            Participant by = Participant.of(proposer);
            request = deadline == null
                    ? ApprovalRequest.propose(kind, subject, by, needed, now)
                    : ApprovalRequest.propose(kind, subject, by, needed, deadline, now);
            if (needed.isEmpty()) {
                outcome = ApprovalOutcome.CONFIRMED;
            }
        }

        private Caller anybody() {
            return people.get(random.nextInt(people.size()));
        }

        private List<String> some(List<String> of) {
            return of.stream().filter(one -> random.nextInt(3) > 0).toList();
        }

        private Set<String> few(List<String> of) {
            return of.stream().filter(one -> random.nextInt(5) == 0).collect(Collectors.toSet());
        }

        void live() {
            for (int step = 0; step < STEPS; step++) {
                now = now.plusSeconds(random.nextInt(2));
                List<Object> before = picture();
                boolean closed = outcome != ApprovalOutcome.OPEN;
                String expected = command();
                if (expected != null) {
                    refused.merge(expected, 1, Integer::sum);
                }
                if (closed || expected != null) {
                    assertEquals(before, picture(), "a closed one and a refused command change nothing");
                }
                holds();
            }
        }

        /** @return the refusal that the rules demand; null when the command is taken */
        private @Nullable String command() {
            Caller caller = anybody();
            return switch (random.nextInt(24)) {
                case 0 -> rejects(caller);
                case 1 -> withdraws(caller);
                case 2 -> expires();
                case 3 -> excludes();
                case 4, 5, 6 -> credits();
                case 7, 8 -> isUsed();
                case 9 -> lapses();
                default -> confirms(caller);
            };
        }

        private @Nullable String confirms(Caller caller) {
            String wanted = refusalOf(caller);
            Optional<String> missing =
                    missing().stream().filter(caller::hasRole).findFirst();
            expect(wanted, () -> {
                String confirmation = request.confirm(kind, caller, excludedNow, "why", now);
                assertEquals(missing.orElseThrow(), confirmation);
                given.add(new Given(confirmation, caller));
                if (missing().isEmpty()) {
                    outcome = ApprovalOutcome.CONFIRMED;
                    assertEquals(caller.subject(), request.closedBy());
                }
            });
            return wanted;
        }

        private @Nullable String rejects(Caller caller) {
            String wanted = refusalOf(caller);
            expect(wanted, () -> {
                request.reject(kind, caller, excludedNow, "no", now);
                outcome = ApprovalOutcome.REJECTED;
                assertEquals("no", request.reason());
            });
            return wanted;
        }

        private @Nullable String withdraws(Caller caller) {
            String wanted = isOver() ? "CLOSED" : caller.equals(proposer) ? null : "NOT_PROPOSER";
            expect(wanted, () -> {
                request.withdraw(kind, caller, "back", now);
                outcome = ApprovalOutcome.WITHDRAWN;
            });
            return wanted;
        }

        private @Nullable String expires() {
            boolean expires = outcome == ApprovalOutcome.OPEN && isOver();
            assertEquals(expires, request.expire(now));
            if (expires) {
                outcome = ApprovalOutcome.EXPIRED;
            }
            return null;
        }

        private @Nullable String lapses() {
            if (random.nextInt(4) == 0) {
                request.lapse("gone", now);
                if (outcome == ApprovalOutcome.OPEN) {
                    outcome = ApprovalOutcome.WITHDRAWN;
                }
            }
            return null;
        }

        private @Nullable String excludes() {
            Exclusion more =
                    new Exclusion(few(people.stream().map(Caller::subject).toList()), few(TEAMS));
            if (outcome == ApprovalOutcome.OPEN && given.isEmpty()) {
                request.exclude(more);
                excludedPersons.addAll(more.persons());
                excludedTeams.addAll(more.teams());
            } else {
                assertThrows(IllegalStateException.class, () -> request.exclude(more));
            }
            return null;
        }

        /** Others are credited from now on: who was free may be excluded, and the other way round. */
        private @Nullable String credits() {
            excludedNow = new Exclusion(few(people.stream().map(Caller::subject).toList()), few(TEAMS));
            return null;
        }

        private @Nullable String isUsed() {
            if (outcome != ApprovalOutcome.CONFIRMED) {
                assertThrows(IllegalStateException.class, () -> request.requireAcceptable(kind, excludedNow));
                return null;
            }
            Set<String> tainted = given.stream()
                    .map(Given::by)
                    .filter(by -> !isFree(by))
                    .map(Caller::subject)
                    .collect(Collectors.toSet());
            assertEquals(
                    tainted,
                    request.tainted(excludedNow).stream()
                            .map(TaintedConfirmation::confirmedBy)
                            .collect(Collectors.toSet()));
            String wanted = tainted.isEmpty() ? null : "CONFIRMATION_TAINTED";
            DomainException thrown = expect(wanted, () -> request.requireAcceptable(kind, excludedNow));
            if (thrown != null) {
                assertTrue(tainted.contains((String) thrown.members().get("confirmedBy")));
            }
            return wanted;
        }

        private @Nullable String refusalOf(Caller caller) {
            if (isOver()) {
                return "CLOSED";
            }
            if (caller.equals(proposer)
                    || given.stream().anyMatch(one -> one.by().equals(caller))) {
                return "SAME_PERSON";
            }
            if (isPersonExcluded(caller)) {
                return "EXCLUDED_PERSON";
            }
            if (!isFree(caller)) {
                return "EXCLUDED_TEAM";
            }
            return missing().stream().noneMatch(caller::hasRole) ? "NOT_CONFIRMER" : null;
        }

        private boolean isOver() {
            return outcome != ApprovalOutcome.OPEN || (deadline != null && now.isAfter(deadline));
        }

        private boolean isPersonExcluded(Caller caller) {
            return excludedPersons.contains(caller.subject())
                    || excludedNow.persons().contains(caller.subject());
        }

        private boolean isFree(Caller caller) {
            Set<String> excluded = new HashSet<>(excludedTeams);
            excluded.addAll(excludedNow.teams());
            return !isPersonExcluded(caller) && Collections.disjoint(excluded, caller.claims("teams"));
        }

        private List<String> missing() {
            List<String> missing = new ArrayList<>(needed);
            given.forEach(one -> missing.remove(one.confirmation()));
            return missing;
        }

        private static @Nullable DomainException expect(@Nullable String refusal, Runnable command) {
            if (refusal == null) {
                command.run();
                return null;
            }
            DomainException thrown = assertThrows(DomainException.class, command::run);
            assertEquals(refusal, thrown.code().name());
            return thrown;
        }

        private void holds() {
            assertEquals(outcome, request.outcome());
            assertEquals(missing(), request.outstanding());
            assertEquals(outcome == ApprovalOutcome.OPEN, request.closedBy() == null);
            List<String> confirmers = request.confirmations().stream()
                    .map(Confirmation::confirmedBy)
                    .toList();
            assertEquals(confirmers.size(), Set.copyOf(confirmers).size(), "nobody twice");
            assertFalse(confirmers.contains(proposer.subject()), "not the proposer");
            if (outcome == ApprovalOutcome.CONFIRMED) {
                assertEquals(needed.size(), confirmers.size());
            }
            List<Task> tasks = ApprovalTasks.of(request, kind, excludedNow, "to-confirm", "", "42");
            assertEquals(outcome == ApprovalOutcome.OPEN ? Set.copyOf(missing()) : Set.of(), rolesOf(tasks));
            assertEquals(tasks.size(), Set.copyOf(tasks).size());
            tasks.forEach(task -> {
                assertEquals(deadline, task.dueAt());
                assertTrue(task.assignee().except().contains(proposer.subject()));
                assertTrue(task.assignee().except().containsAll(confirmers));
                assertEquals(
                        people.stream().filter(this::isFreeToDecide).toList(),
                        people.stream().filter(person -> isFor(task, person)).toList());
            });
            List<Task> again = ApprovalTasks.again(request, kind, excludedNow, "again", "", "42");
            boolean isTainted = outcome == ApprovalOutcome.CONFIRMED
                    && given.stream().map(Given::by).anyMatch(by -> !isFree(by));
            assertEquals(isTainted ? Set.copyOf(needed) : Set.of(), rolesOf(again));
            again.forEach(task -> assertTrue(
                    people.stream()
                            .filter(person -> isFor(task, person))
                            .allMatch(person -> isFree(person)
                                    && !person.equals(proposer)
                                    && !confirmers.contains(person.subject())),
                    "nobody who may not confirm it once more"));
        }

        private static Set<String> rolesOf(List<Task> tasks) {
            return tasks.stream()
                    .flatMap(task -> task.assignee().roles().stream())
                    .collect(Collectors.toSet());
        }

        /** Whether the list of tasks shows it to this person, the role aside. */
        private static boolean isFor(Task task, Caller person) {
            return !task.assignee().except().contains(person.subject())
                    && Collections.disjoint(task.assignee().exceptTeams(), person.claims("teams"));
        }

        private boolean isFreeToDecide(Caller person) {
            return isFree(person)
                    && !person.equals(proposer)
                    && given.stream().noneMatch(one -> one.by().equals(person));
        }

        private List<Object> picture() {
            return Arrays.asList(
                    request.outcome(),
                    request.closedBy(),
                    request.closedAt(),
                    request.reason(),
                    List.copyOf(request.confirmations()));
        }
    }

    @Test
    void aPartOfWhatWasConfirmedIsConfirmedByTheSamePersonAndJudgedByTheirTeams() {
        Caller clerk = new Caller("clerk", Set.of("CLERK"), Optional.empty(), Map.of());
        Caller head = new Caller("head", Set.of("HEAD"), Optional.empty(), Map.of("teams", List.of("T01")));
        ApprovalRequest whole = ApprovalRequest.propose(
                TestKind.ONE_AT_A_TIME, new UUID(0, 1), Participant.of(clerk), List.of("HEAD"), START);
        assertThrows(IllegalStateException.class, () -> whole.ofPart(TestKind.MANY, new UUID(0, 2), "CHECK", START));
        whole.confirm(TestKind.ONE_AT_A_TIME, head, Exclusion.NOBODY, null, START);

        ApprovalRequest part = whole.ofPart(TestKind.MANY, new UUID(0, 2), "CHECK", START.plusSeconds(1));

        assertTrue(part.isConfirmed());
        assertEquals("clerk", part.proposedBy());
        assertEquals("head", part.closedBy());
        assertEquals(
                List.of(new TaintedConfirmation("head", List.of("T01"))),
                part.tainted(Exclusion.ofTeams(Set.of("T01", "T02"))));
    }
}
