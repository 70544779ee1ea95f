package org.pengjiang.appeal.policies;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.lifecycle.ClockType;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.appeal.model.policy.TimePolicy;
import org.pengjiang.appeal.model.policy.TimeTarget;

/**
 * What a policy would change.
 *
 * @param openClocks always 0: what is open keeps the policy and the promises that it was given
 */
@Schema(name = "TimePolicyPreview")
record TimePolicyPreview(
        String version,

        @Schema(description = "The version that it follows") String follows,

        LocalDate validFrom,

        @Schema(description = "How many open clocks it moves: none, a promise that was given stays")
        long openClocks,

        List<ChangedTarget> changes) {

    /**
     * A clock whose time is another one from then on.
     *
     * @param category empty for the whole class
     */
    @Schema(name = "ChangedTimeTarget")
    record ChangedTarget(
            TimeClass timeClass,
            ClockType clock,
            String category,

            @Schema(description = "Such as 60 WORKING_MINUTES; absent where there was none") @Nullable String before,

            @Nullable String after) {}

    static TimePolicyPreview of(TimePolicy before, TimePolicy after) {
        TreeSet<String> categories = new TreeSet<>();
        before.targets().forEach(target -> categories.add(target.category()));
        after.targets().forEach(target -> categories.add(target.category()));
        List<ChangedTarget> changes = new ArrayList<>();
        for (TimeClass timeClass : TimeClass.values()) {
            for (ClockType clock : ClockType.values()) {
                for (String category : categories) {
                    String old = said(before, timeClass, clock, category);
                    String now = said(after, timeClass, clock, category);
                    if (!Objects.equals(old, now)) {
                        changes.add(new ChangedTarget(timeClass, clock, category, old, now));
                    }
                }
            }
        }
        return new TimePolicyPreview(after.version(), before.version(), after.validFrom(), 0, changes);
    }

    private static @Nullable String said(TimePolicy policy, TimeClass timeClass, ClockType clock, String category) {
        String words = policy.targets().stream()
                .filter(target -> target.timeClass() == timeClass
                        && target.clock() == clock
                        && target.category().equals(category))
                .map(TimeTarget::inWords)
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? null : words;
    }
}
