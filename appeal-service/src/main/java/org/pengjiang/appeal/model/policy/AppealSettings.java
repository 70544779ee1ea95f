package org.pengjiang.appeal.model.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.pengjiang.kit.settings.SettingCatalogue;
import org.pengjiang.kit.settings.SettingDefinition;
import org.pengjiang.kit.settings.ValueSchema;

/** The settings of this service, with what is shipped until a district decides. */
@ApplicationScoped
public class AppealSettings implements SettingCatalogue {
    /** What a clock may begin with, and what ends the one of the first contact. */
    static final SettingDefinition PROOFS = SettingDefinition.of(
                    "proofs",
                    "时限凭据",
                    "what clocks go by",
                    ValueSchema.members()
                            .with("receivedDaysBack", ValueSchema.whole(0, 90, "days 天"))
                            .with("shortestCallSeconds", ValueSchema.whole(0, 300, "seconds 秒"))
                            .with("recordDays", ValueSchema.whole(0, 365, "days 天")),
                    """
                    {"receivedDaysBack":30,"shortestCallSeconds":15,"recordDays":30}""",
                    "Assumed; no rule of the district was found.")
            .decidedByTwo();

    /** How long whoever has handled an appeal reads it. */
    public static final SettingDefinition READING = SettingDefinition.of(
            "reading",
            "办结后查阅期限",
            "how long a closed appeal is read",
            ValueSchema.members().with("monthsAfterClosure", ValueSchema.whole(0, 120, "months 月")),
            """
            {"monthsAfterClosure":12}""",
            "Assumed; no rule of the district was found.");

    @Override
    public List<SettingDefinition> settings() {
        return List.of(PROOFS, READING);
    }
}
