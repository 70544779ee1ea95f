package org.pengjiang.project.lookup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a page of investors reads in the OpenAPI document; the answer itself is the kit's page. */
@Schema(name = "InvestorPage")
record InvestorPage(
        List<InvestorSummary> items,
        Optional<String> next,

        @Schema(
                description =
                        "where a search ended before its page was full: it has looked at what was recorded from then on,"
                                + " and next goes on with what is older 已检索至")
        Optional<Instant> searchedUpTo) {}
