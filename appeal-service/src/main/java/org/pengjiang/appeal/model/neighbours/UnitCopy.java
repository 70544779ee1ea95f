package org.pengjiang.appeal.model.neighbours;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;

/** What this service remembers of a unit; team-service owns the truth. */
@Entity
@Table(name = "known_unit")
public class UnitCopy {
    @Id
    private UUID id;

    @Column
    private String code;

    @Column
    private String name;

    @Column
    private @Nullable String division;

    @Column
    private String kind;

    @Column(name = "subject_version")
    private long subjectVersion;

    protected UnitCopy() {}

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    /** Where it lies; events of older releases did not say. */
    public Optional<DivisionCode> place() {
        return Optional.ofNullable(division).map(DivisionCode::parse);
    }

    public String kind() {
        return kind;
    }

    public long subjectVersion() {
        return subjectVersion;
    }

    /** Whether its people see what lies there. */
    public boolean covers(DivisionCode place) {
        return division != null && DivisionCode.parse(division).contains(place);
    }
}
