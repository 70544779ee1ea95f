package org.pengjiang.project.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.text.LongText;
import org.pengjiang.kit.text.OneLine;

/** How the lead came in and what it asks for. */
@Embeddable
public record Origin(
        @Enumerated(EnumType.STRING) @Column(name = "source_type") @Nullable LeadSource sourceType,

        @Column(name = "referrer") @Nullable @OneLine(max = 200)
        String referrer,

        @Column(name = "site_needs") @Nullable @LongText(max = 2000)
        String siteNeeds,

        @Column(name = "help_needed") @Nullable @LongText(max = 2000)
        String helpNeeded) {

    public static final Origin UNKNOWN = new Origin(null, null, null, null);
}
