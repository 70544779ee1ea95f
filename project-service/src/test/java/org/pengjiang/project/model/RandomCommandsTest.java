package org.pengjiang.project.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.identifiers.SquareMetres;
import org.pengjiang.identifiers.Yuan;
import org.pengjiang.kit.approval.Confirmation;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.problem.DomainException;

/** Whatever is tried in whatever order: a stage is only ever entered through a gate, and never on one person's word. */
class RandomCommandsTest {
    private static final int CASES = 3_000;
    private static final int STEPS = 250;
    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
    private static final LocalDate TODAY = LocalDate.now(CLOCK);
    private static final UUID T01 = UUID.fromString("0198c5d2-7a4e-7cc3-9f00-3b1d7a1e5a01");
    private static final UUID T02 = UUID.fromString("0198c5d2-7a4e-7cc3-9f00-3b1d7a1e5a02");
    private static final Map<Stage, EvidenceType> CARRIED_BY =
            Map.of(Stage.ADMITTED, EvidenceType.MINUTES, Stage.SIGNED, EvidenceType.AGREEMENT_SCAN);

    private static final List<Caller> PEOPLE = List.of(
            person("captain", List.of("T01"), Roles.TEAM_CAPTAIN),
            person("member", List.of("T01"), Roles.TEAM_MEMBER),
            person("stranger", List.of("T02"), Roles.TEAM_CAPTAIN),
            person("office", List.of(), Roles.PROMOTION_OFFICE),
            person("office-2", List.of(), Roles.PROMOTION_OFFICE),
            person("office-of-t02", List.of("T02"), Roles.PROMOTION_OFFICE),
            person("office-of-t01", List.of("T01"), Roles.PROMOTION_OFFICE, Roles.LEADER),
            person("everything", List.of("T01"), Roles.TEAM_CAPTAIN, Roles.PROMOTION_OFFICE),
            person("leader", List.of(), Roles.LEADER));

    @Test
    void noSequenceOfCommandsBreaksTheGates() throws Exception {
        long seed = Long.getLong("project.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Map<Stage, Integer> reached = new EnumMap<>(Stage.class);
        for (int i = 0; i < CASES; i++) {
            OneLife life = new OneLife(new Random(seed + i));
            try {
                life.live();
            } catch (AssertionError broken) {
                throw new AssertionError("seed " + (seed + i), broken);
            }
            reached.merge(life.project.stage(), 1, Integer::sum);
        }
        // a property that never gets anywhere proves nothing
        assertTrue(reached.getOrDefault(Stage.SIGNED, 0) > CASES / 100, reached.toString());
    }

    private static Caller person(String account, List<String> teams, String... roles) {
        return new Caller(account, Set.of(roles), Optional.of(DivisionCode.parse("440703")), Map.of("teams", teams));
    }

    private static final class OneLife {
        private final Random random;
        private final GateReview review = new GateReview(CLOCK);
        private final ThresholdPolicy policy = policy();
        private final Investor investor;
        private final InvestmentProject project;
        private int passages;

        OneLife(Random random) throws Exception {
            this.random = random;
            investor = new Investor(Ids.next(), DivisionCode.parse("440703"), "范例", "CN", Set.of());
            investor.stateNotYetRegistered();
            Yuan total = Yuan.parse(random.nextBoolean() ? "60000000" : "120000000");
            ProjectFacts facts = new ProjectFacts(
                    "范例",
                    ProjectKind.NEW,
                    DivisionCode.parse("440703101"),
                    null,
                    null,
                    null,
                    null,
                    List.of(new ProjectInvestor(investor.id(), null, true)),
                    null,
                    new Industry("SMART_APPLIANCE", null, "C3851", null),
                    new PlannedMoney(total, total, null, null, null, null, null, null),
                    new Output(
                            Yuan.parse("500000000"),
                            Yuan.parse("20000000"),
                            2029,
                            10,
                            BigDecimal.ONE,
                            null,
                            null,
                            null),
                    new Land(LandMode.PURCHASE, SquareMetres.parse("10000"), null, null, null, null, null, null),
                    new Plan(TODAY, null, TODAY, null, TODAY, null),
                    null,
                    null,
                    null);
            project = new InvestmentProject(
                    new NewProject(
                            Ids.next(), "P-440703-2026-0001", facts, 1, "captain", NOW, TODAY.minusDays(30), null),
                    List.of("范例"));
            project.keepContact(new byte[] {1}, new byte[] {1});
        }

        void live() {
            for (int step = 0; step < STEPS; step++) {
                Stage before = project.stage();
                LocalDate entered = project.stageEnteredOn();
                int passedBefore = passages;
                try {
                    command(PEOPLE.get(random.nextInt(PEOPLE.size())));
                } catch (DomainException refused) {
                    assertEquals(before, project.stage(), "a refusal changes no stage");
                    continue;
                }
                holds(before, entered, passedBefore);
            }
        }

        private void holds(Stage before, LocalDate entered, int passedBefore) {
            if (project.stage() != before || passages != passedBefore) {
                assertEquals(passedBefore + 1, passages);
                assertTrue(Gates.between(before, project.stage()).isPresent(), before + " to " + project.stage());
                assertFalse(project.stageEnteredOn().isBefore(entered));
                assertFalse(project.stageEnteredOn().isAfter(TODAY));
            }
            assertTrue(
                    project.gateRequests().stream().filter(GateRequest::isOpen).count() <= 1);
            for (GateRequest request : project.gateRequests()) {
                List<String> confirmers = request.approval().confirmations().stream()
                        .map(Confirmation::confirmedBy)
                        .toList();
                assertEquals(confirmers.size(), Set.copyOf(confirmers).size());
                for (String confirmer : confirmers) {
                    assertFalse(confirmer.equals(request.approval().proposedBy()), "four eyes");
                    assertFalse(
                            Set.of("captain", "member", "office-of-t01", "everything")
                                    .contains(confirmer),
                            "own team");
                }
            }
            for (Evidence piece : project.evidence()) {
                assertFalse(
                        piece.approval().proposedBy().equals(piece.approval().closedBy()), "four eyes");
            }
            if (project.stage() == Stage.SIGNED) {
                assertEquals(
                        10_000,
                        project.shares().lines().stream()
                                .mapToInt(Share::basisPoints)
                                .sum());
                assertTrue(project.agreementAmount().isPresent());
            }
        }

        private void command(Caller caller) {
            switch (random.nextInt(9)) {
                case 0, 1 -> submit(caller);
                case 2, 3 -> confirm(caller);
                case 4 -> close(caller);
                case 5 -> handIn(caller);
                case 6 -> judge(caller);
                case 7 ->
                    project.share(
                            random.nextInt(3) > 0
                                    ? new Shares(List.of(new Share(T01, "T01", ShareRole.HOST, 10_000, false)))
                                    : new Shares(List.of(
                                            new Share(T01, "T01", ShareRole.HOST, 5_000, false),
                                            new Share(T02, "T02", ShareRole.HOST, 5_000, false))),
                            TODAY,
                            random.nextBoolean() ? "ruling" : null,
                            caller);
                default -> prepare(caller);
            }
        }

        private void submit(Caller caller) {
            Set<Stage> next = Gates.next(project.stage());
            Stage to = random.nextInt(4) == 0 || next.isEmpty()
                    ? Stage.values()[random.nextInt(Stage.values().length)]
                    : List.copyOf(next).get(random.nextInt(next.size()));
            LocalDate date = TODAY.plusDays(random.nextInt(8) == 0 ? random.nextInt(-60, 3) : 0);
            GateFile file = file(new GateWish(to, date, null, random.nextBoolean() ? "reason" : null));
            GateRequest request = review.submit(file, to, caller);
            if (request.status() == RequestStatus.PASSED) {
                pass(request, caller);
            }
        }

        private void confirm(Caller caller) {
            if (project.gateRequests().isEmpty()) {
                return;
            }
            GateRequest request = project.gateRequests().getLast();
            review.confirm(file(request.wish()), request.seq(), caller);
            if (request.status() == RequestStatus.PASSED) {
                pass(request, caller);
            }
        }

        private void close(Caller caller) {
            project.openRequest().ifPresent(open -> {
                if (random.nextInt(4) == 0) {
                    review.reject(project, open.seq(), "reason", caller);
                } else if (random.nextInt(4) == 0) {
                    review.withdraw(project, open.seq(), "reason", caller);
                }
            });
        }

        private void handIn(Caller caller) {
            for (EvidenceType type : EvidenceType.values()) {
                if (random.nextBoolean()) {
                    project.handIn(
                            new EvidencePaper(type, "t", "1", null, TODAY, "0".repeat(64), null, null, null),
                            caller,
                            NOW);
                }
            }
        }

        private void judge(Caller caller) {
            for (Evidence piece : project.evidence()) {
                if (piece.status() == EvidenceStatus.SUBMITTED) {
                    project.verify(piece.id(), caller, NOW);
                }
            }
        }

        private void prepare(Caller caller) {
            if (project.stage() == Stage.ADMISSION_REVIEW) {
                project.openAdmission(policy, caller.subject(), TODAY)
                        .decide(
                                new Ruling(Decision.PASS, "1", List.of(), List.of(), List.of()),
                                caller.subject(),
                                TODAY,
                                TODAY.plusDays(180));
            } else if (project.stage() == Stage.ADMITTED) {
                if (project.specialClass().isEmpty()) {
                    project.openClass(new ClassStaff("leader", "head", "440703-ZR", List.of()), TODAY);
                }
                project.record(
                        new AgreementTerms(
                                "1",
                                AgreementKind.FORMAL,
                                TODAY,
                                List.of("x"),
                                Yuan.parse("1"),
                                List.of(new Commitment("TAX", BigDecimal.ONE, "yuan", TODAY, null))),
                        caller.subject(),
                        NOW);
            }
        }

        private void pass(GateRequest request, Caller caller) {
            StageTransition transition = project.enter(request.passage(caller, NOW));
            passages++;
            restsOnFreePeople(transition.to());
            assertEquals(passages, transition.seq());
            assertEquals(request.to(), transition.to());
        }

        /** Somebody verified the paper and somebody confirmed the gate who gain nothing by it as it is shared now. */
        private void restsOnFreePeople(Stage entered) {
            if (!CARRIED_BY.containsKey(entered)) {
                return;
            }
            assertTrue(
                    project.evidence().stream()
                            .filter(piece -> piece.type() == CARRIED_BY.get(entered))
                            .filter(Evidence::isVerified)
                            .flatMap(piece -> piece.approval().confirmations().stream())
                            .anyMatch(this::isFree),
                    "own team");
            assertTrue(project.gateRequests().getLast().approval().confirmations().stream()
                    .allMatch(this::isFree));
        }

        private boolean isFree(Confirmation given) {
            return given.teams().stream()
                    .noneMatch(team -> project.shares().lines().stream()
                            .anyMatch(line -> line.teamCode().equals(team)));
        }

        private GateFile file(GateWish wish) {
            return new GateFile(
                    project,
                    List.of(investor),
                    List.of(),
                    policy,
                    wish.businessDate(),
                    TODAY,
                    wish.skipReason(),
                    wish.reason());
        }

        private static ThresholdPolicy policy() throws Exception {
            ThresholdPolicy policy = new ThresholdPolicy();
            Map<String, Object> values = Map.of(
                    "version",
                    "test",
                    "minTotal",
                    Yuan.parse("50000000"),
                    "minIntensity",
                    new BigDecimal("250"),
                    "minTax",
                    new BigDecimal("20"),
                    "leadingGroupFrom",
                    Yuan.parse("100000000"),
                    "waiverBelow",
                    Yuan.parse("50000000"),
                    "figuresToleranceBasisPoints",
                    1000);
            for (Map.Entry<String, Object> value : values.entrySet()) {
                Field field = ThresholdPolicy.class.getDeclaredField(value.getKey());
                field.setAccessible(true);
                field.set(policy, value.getValue());
            }
            return policy;
        }
    }

    @Test
    void namesAreComparedWithoutFormBracketsWidthAndCase() {
        assertEquals(InvestorName.normalised("甲（广东）有限公司"), InvestorName.normalised("甲(广东)集团"));
        assertEquals(InvestorName.normalised("ＡＢＣ股份有限公司"), InvestorName.normalised("abc"));
        assertFalse(InvestorName.normalised("有限公司").isEmpty());
    }

    @Test
    void aFifthIsAFifthWhicheverComesFirst() {
        IntStream.rangeClosed(1, 2_000).forEach(i -> {
            Yuan one = Yuan.ofFen(i);
            Yuan other = Yuan.ofFen(1_000);
            boolean near = 5L * Math.abs(i - 1_000) <= Math.max(i, 1_000);
            assertEquals(near, Duplicates.withinAFifth(one, other), "fen " + i);
            assertEquals(near, Duplicates.withinAFifth(other, one), "fen " + i);
        });
    }
}
