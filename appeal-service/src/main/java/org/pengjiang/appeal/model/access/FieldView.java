package org.pengjiang.appeal.model.access;

import java.util.EnumSet;
import java.util.Set;

/** Which fields of an appeal somebody is shown. Number, place, category, state and the promises to the enterprise all views have. */
public enum FieldView {
    /** The enterprise whose appeal it is. */
    ENTERPRISE(Field.FILING, Field.IDENTITY, Field.ANSWERS),
    /** The partner's system that has filed it: as the enterprise, and what the partner itself has said. */
    PARTNER(Field.FILING, Field.IDENTITY, Field.ANSWERS, Field.RECEIPT),
    /** Whoever handles it, has handled it or has filed it, the centre and call-back. */
    HANDLER(
            Field.FILING,
            Field.IDENTITY,
            Field.ANSWERS,
            Field.RECEIPT,
            Field.ATTEMPTS,
            Field.COOPERATION,
            Field.OFFICE_CLOCKS,
            Field.SUPERVISION),
    /** Other offices of the division. */
    OFFICE(Field.OFFICE_CLOCKS, Field.SUPERVISION),
    /** Supervision, leaders and auditors. */
    SUPERVISION(
            Field.FILING,
            Field.IDENTITY,
            Field.ANSWERS,
            Field.RECEIPT,
            Field.ATTEMPTS,
            Field.COOPERATION,
            Field.OFFICE_CLOCKS,
            Field.SUPERVISION);

    /** Fields that are shown together. */
    public enum Field {
        /** Title, text, files, nature, urgency, source, confidentiality and the unit that it is about. */
        FILING,
        /** Credit code, project, the partner's number and the masked contact; of a confidential appeal to few alone. */
        IDENTITY,
        /** Replies, messages and the rating. */
        ANSWERS,
        /** Why it was received earlier than it was recorded. */
        RECEIPT,
        /** Attempts to reach the enterprise. */
        ATTEMPTS,
        /** Co-tasks and calls to come together. */
        COOPERATION,
        /** What the offices owe each other. */
        OFFICE_CLOCKS,
        /** The level of supervision, and whether it was signed for by the service. */
        SUPERVISION
    }

    private final Set<Field> fields;

    FieldView(Field first, Field... more) {
        fields = EnumSet.of(first, more);
    }

    public boolean shows(Field field) {
        return fields.contains(field);
    }
}
