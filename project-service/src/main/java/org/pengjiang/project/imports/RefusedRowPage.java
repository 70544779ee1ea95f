package org.pengjiang.project.imports;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a page of refused rows reads in the OpenAPI document; the answer itself is the kit's page. */
@Schema(name = "RefusedRowPage")
record RefusedRowPage(List<RefusedRow> items, Optional<String> next) {}
