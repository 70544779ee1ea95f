package org.pengjiang.kit.openapi;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Dates, instants and ids stand where they are used: as named schemas they would become classes of every client, beside
 * those of its own language. Examples are of our time zone.
 */
final class Scalars {
    private static final String DAY = "2026-09-18";
    private static final Map<String, Object> EXAMPLES = Map.of("date", DAY, "date-time", DAY + "T17:00:00+08:00");
    private static final List<String> NAMES = List.of(
            "Instant", "LocalDate", "LocalDateTime", "LocalTime", "OffsetDateTime", "OffsetTime", "UUID", "YearMonth");

    private Scalars() {}

    static void inline(Components components, Schemas schemas) {
        for (String name : NAMES) {
            Schema scalar = schemas.named().get(name);
            if (scalar != null) {
                schemas.each(schema -> {
                    if ((Schemas.REFERENCE + name).equals(schema.getRef())) {
                        schema.setRef(null);
                        schema.setType(scalar.getType());
                        schema.setFormat(scalar.getFormat());
                    }
                });
                components.removeSchema(name);
            }
        }
        schemas.each(Scalars::show);
    }

    private static void show(Schema schema) {
        if ("uuid".equals(schema.getFormat())) {
            // the format says it
            schema.setPattern(null);
        }
        Object example = schema.getFormat() == null ? null : EXAMPLES.get(schema.getFormat());
        if (example != null) {
            schema.setExamples(List.of(example));
        }
    }
}
