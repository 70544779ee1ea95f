package org.pengjiang.project.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** How the lead came in and what it asks for. */
@Embeddable
public record Origin(
        @Enumerated(EnumType.STRING) @Column(name = "source_type") @Nullable LeadSource sourceType,

        @Column(name = "referrer") @Nullable @Size(max = 200) String referrer,

        @Column(name = "site_needs") @Nullable @Size(max = 2000) String siteNeeds,

        @Column(name = "help_needed") @Nullable @Size(max = 2000) String helpNeeded) {

    public static final Origin UNKNOWN = new Origin(null, null, null, null);
}
