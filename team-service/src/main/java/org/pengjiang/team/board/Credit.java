package org.pengjiang.team.board;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.pengjiang.team.model.Band;
import org.pengjiang.team.model.Metric;

/** What a holder was credited in one month with one set of traits. */
record Credit(
        UUID holder,
        int month,
        Metric metric,
        Band band,
        boolean manufacturing,
        String chain,
        List<String> tags,
        boolean historical,
        BigDecimal quantity) {}
