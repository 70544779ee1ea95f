package org.pengjiang.appeal.model.appeal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** The key of what there is once in each round of an appeal. */
@Embeddable
public record RoundKey(@Column(name = "appeal_id") UUID appealId, int round) {}
