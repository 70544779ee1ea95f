package org.pengjiang.project.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.problem.Fault;

/** When each later stage is meant to be reached. */
@Embeddable
public record Plan(
        @Column(name = "planned_sign_on") @Nullable LocalDate plannedSignOn,
        @Column(name = "planned_register_on") @Nullable LocalDate plannedRegisterOn,
        @Column(name = "planned_start_on") @Nullable LocalDate plannedStartOn,
        @Column(name = "planned_complete_on") @Nullable LocalDate plannedCompleteOn,
        @Column(name = "planned_produce_on") @Nullable LocalDate plannedProduceOn,
        @Column(name = "planned_target_on") @Nullable LocalDate plannedTargetOn) {

    public static final Plan UNKNOWN = new Plan(null, null, null, null, null, null);

    /** The order of the stages, on two roads: production may begin before completion. */
    void examine(List<Fault> faults) {
        nonDecreasing(
                faults,
                new Day("plannedSignOn", plannedSignOn),
                new Day("plannedRegisterOn", plannedRegisterOn),
                new Day("plannedStartOn", plannedStartOn),
                new Day("plannedCompleteOn", plannedCompleteOn),
                new Day("plannedTargetOn", plannedTargetOn));
        nonDecreasing(
                faults,
                new Day("plannedStartOn", latestBeforeProduction()),
                new Day("plannedProduceOn", plannedProduceOn));
        nonDecreasing(
                faults, new Day("plannedProduceOn", plannedProduceOn), new Day("plannedTargetOn", plannedTargetOn));
    }

    private @Nullable LocalDate latestBeforeProduction() {
        return plannedStartOn != null ? plannedStartOn : plannedRegisterOn != null ? plannedRegisterOn : plannedSignOn;
    }

    private record Day(String field, @Nullable LocalDate date) {}

    private static void nonDecreasing(List<Fault> faults, Day... days) {
        Day last = null;
        for (Day day : days) {
            if (day.date() == null) {
                continue;
            }
            if (last != null && last.date() != null && day.date().isBefore(last.date())) {
                faults.add(Fault.at("/plan/" + day.field(), ProjectProblem.PLAN_DATES_DECREASE, last.field()));
            }
            last = day;
        }
    }
}
