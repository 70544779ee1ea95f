package org.pengjiang.appeal.model.filing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.appeal.model.policy.Nature;
import org.pengjiang.appeal.model.policy.Urgency;

/**
 * What was filed; it stands as it was said.
 *
 * @param remedySought what the appellant asks for
 * @param sourceRef of a partner's system
 * @param submission absent for what was filed by itself and has no query code
 * @param receivedAt where the clocks start; earlier than the recording only with a reason
 */
@Embeddable
public record Filing(
        @Column(updatable = false) String title,
        @Column(updatable = false) String description,

        @Column(name = "remedy_sought", updatable = false) @Nullable String remedySought,

        @Enumerated(EnumType.STRING) @Column(updatable = false)
        Nature nature,

        @Enumerated(EnumType.STRING) @Column(updatable = false)
        Urgency urgency,

        @Enumerated(EnumType.STRING) @Column(updatable = false)
        AppealSource source,

        @Nullable SourceRef sourceRef,
        Appellant appellant,
        @Nullable Submission submission,

        @Column(name = "project_id", updatable = false) @Nullable UUID projectId,

        @Column(name = "project_no", updatable = false) @Nullable String projectNo,

        @Column(name = "submitted_by", updatable = false) String submittedBy,
        @Column(name = "received_at", updatable = false) Instant receivedAt,

        @Column(name = "received_reason", updatable = false) @Nullable String receivedReason,

        @Column(name = "recorded_at", updatable = false) Instant recordedAt) {

    /** Credit code of whoever appeals, where there is one. */
    public @Nullable String enterprise() {
        return appellant.creditCode();
    }

    /** As it is handed in with others, or by itself. */
    public Filing in(@Nullable Submission with) {
        return new Filing(
                title,
                description,
                remedySought,
                nature,
                urgency,
                source,
                sourceRef,
                appellant,
                with,
                projectId,
                projectNo,
                submittedBy,
                receivedAt,
                receivedReason,
                recordedAt);
    }

    /** What a search finds it by. */
    public String searchText() {
        String name = appellant.name();
        return title + " " + description + (name == null ? "" : " " + name);
    }
}
