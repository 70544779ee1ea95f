package org.pengjiang.project.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;
import org.pengjiang.kit.text.LongText;

/** A claimed quality with the reason for it, so that a share of green projects can be audited. */
@Embeddable
public record ProjectTag(
        @NotNull @Enumerated(EnumType.STRING) @Column(name = "tag")
        TagKind tag,

        @NotNull @LongText(max = 500) @Column(name = "reason")
        String reason) {}
