package org.pengjiang.appeal.model.filing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.policy.Nature;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.appeal.model.policy.Urgency;

/**
 * What was filed; it stands as it was said.
 *
 * @param categoryVersion the catalogue it was filed under
 * @param sourceSystem the partner platform, with the number it gave the appeal there
 * @param enterprise credit code of whoever appeals
 * @param receivedAt where the clocks start; earlier than the recording only with a reason
 */
@Embeddable
public record Filing(
        String title,
        String description,
        @Enumerated(EnumType.STRING) Nature nature,
        String category,
        @Column(name = "category_version") int categoryVersion,
        @Enumerated(EnumType.STRING) Urgency urgency,

        @Column(name = "time_class") @Enumerated(EnumType.STRING)
        TimeClass timeClass,

        @Column(name = "policy_version") String policyVersion,
        @Enumerated(EnumType.STRING) AppealSource source,
        @Column(name = "source_system") @Nullable String sourceSystem,
        @Column(name = "external_id") @Nullable String externalId,
        String enterprise,
        @Column(name = "project_id") @Nullable UUID projectId,
        @Column(name = "project_no") @Nullable String projectNo,
        @Column(name = "submitted_by") String submittedBy,
        @Column(name = "received_at") Instant receivedAt,
        @Column(name = "received_reason") @Nullable String receivedReason,
        @Column(name = "recorded_at") Instant recordedAt) {}
