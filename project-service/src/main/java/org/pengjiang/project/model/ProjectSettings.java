package org.pengjiang.project.model;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.pengjiang.kit.settings.SettingCatalogue;
import org.pengjiang.kit.settings.SettingDefinition;
import org.pengjiang.kit.settings.ValueSchema;

/** The settings of this service, with what is shipped until a district decides. */
@ApplicationScoped
public class ProjectSettings implements SettingCatalogue {
    /** How long departments and second persons have, and how long a decision holds. */
    static final SettingDefinition TIME_LIMITS = SettingDefinition.of(
                    "time-limits",
                    "办理时限",
                    "time limits of a project",
                    ValueSchema.members()
                            .with("opinionWorkdays", ValueSchema.whole(1, 30, "working days 工作日"))
                            .with("decisionValidDays", ValueSchema.whole(1, 1095, "days 天"))
                            .with("confirmationDays", ValueSchema.whole(1, 365, "days 天")),
                    """
                    {"opinionWorkdays":5,"decisionValidDays":180,"confirmationDays":30}""",
                    "Opinions and decisions as in the historical draft of Jiangmen; the time of a second person is assumed.")
            .decidedByTwo();

    @Override
    public List<SettingDefinition> settings() {
        return List.of(TIME_LIMITS);
    }
}
