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

    /** How long and how often what leaves the straight road may take. */
    static final SettingDefinition LIMITS = SettingDefinition.of(
                    "limits",
                    "办理限制",
                    "how long and how often exceptions may take",
                    ValueSchema.members()
                            .with("supplementDays", ValueSchema.whole(1, 30, "working days 工作日"))
                            .with("pauseDays", ValueSchema.whole(1, 60, "working days 工作日"))
                            .with("emergencyMinutes", ValueSchema.whole(1, 120, "minutes 分钟"))
                            .with("objectionDays", ValueSchema.whole(1, 60, "working days 工作日"))
                            .with("objectionRulingDays", ValueSchema.whole(1, 60, "working days 工作日"))
                            .with("returnMinutes", ValueSchema.whole(30, 4800, "working minutes 工作分钟"))
                            .with("rulingMinutes", ValueSchema.whole(30, 4800, "working minutes 工作分钟"))
                            .with("transfersUntilSupervision", ValueSchema.whole(1, 10, "transfers 次"))
                            .with("suspensionReviewDays", ValueSchema.whole(1, 60, "working days 工作日"))
                            .with("trackingReviewDays", ValueSchema.whole(7, 365, "days 天"))
                            .with("nextUpdateDays", ValueSchema.whole(1, 60, "working days 工作日"))
                            .with("callbackDays", ValueSchema.whole(1, 30, "working days 工作日"))
                            .with("callbackAttempts", ValueSchema.whole(1, 10, "attempts 次"))
                            .with("verificationDays", ValueSchema.whole(1, 30, "working days 工作日"))
                            .with("samplePercent", ValueSchema.whole(0, 100, "percent 百分比"))
                            .with("withdrawnSamplePercent", ValueSchema.whole(0, 100, "percent 百分比"))
                            .with("correctionDays", ValueSchema.whole(1, 60, "working days 工作日"))
                            .with("decisionDays", ValueSchema.whole(1, 60, "working days 工作日"))
                            .with("reopenDays", ValueSchema.whole(1, 365, "days 天"))
                            .with("unmergeDays", ValueSchema.whole(1, 365, "days 天"))
                            .with("resubmitDays", ValueSchema.whole(1, 365, "days 天"))
                            .with("urgeMinutes", ValueSchema.whole(30, 4800, "working minutes 工作分钟"))
                            .with("cotaskDays", ValueSchema.whole(1, 60, "working days 工作日"))
                            .with("cotaskPercent", ValueSchema.whole(1, 100, "percent 百分比"))
                            .with("arrivalMinutes", ValueSchema.whole(5, 1440, "minutes 分钟")),
                    """
                    {"supplementDays":5,"pauseDays":10,"emergencyMinutes":10,"objectionDays":5,"objectionRulingDays":5,\
                    "returnMinutes":240,"rulingMinutes":120,"transfersUntilSupervision":3,"suspensionReviewDays":10,\
                    "trackingReviewDays":90,"nextUpdateDays":10,"callbackDays":2,"callbackAttempts":3,"verificationDays":2,"samplePercent":10,\
                    "withdrawnSamplePercent":20,"correctionDays":5,"decisionDays":3,"reopenDays":30,"unmergeDays":30,\
                    "resubmitDays":30,"urgeMinutes":240,"cotaskDays":3,"cotaskPercent":40,"arrivalMinutes":30}""",
                    "Assumed after the practice of other cities; no rule of the district was found.")
            .decidedByTwo();

    @Override
    public List<SettingDefinition> settings() {
        return List.of(PROOFS, READING, LIMITS);
    }
}
