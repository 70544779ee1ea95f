package org.pengjiang.appeal.model.access;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pengjiang.appeal.model.lifecycle.AppealCommand;

/** What the parts of appeals say of commands. */
@ApplicationScoped
public class CommandConditions {
    private final Map<AppealCommand, CommandCondition> conditions = new EnumMap<>(AppealCommand.class);

    CommandConditions(@All List<CommandCondition> all) {
        for (CommandCondition condition : all) {
            for (AppealCommand command : condition.commands()) {
                if (conditions.put(command, condition) != null) {
                    throw new IllegalStateException(command + " has two conditions");
                }
            }
        }
    }

    Optional<CommandCondition> of(AppealCommand command) {
        return Optional.ofNullable(conditions.get(command));
    }
}
