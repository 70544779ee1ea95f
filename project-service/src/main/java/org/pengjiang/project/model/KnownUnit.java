package org.pengjiang.project.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.pengjiang.identifiers.DivisionCode;

/** What this service remembers of a unit from its event; team-service owns the truth. */
@Entity
@Table(name = "known_unit")
public class KnownUnit {
    @Id
    private UUID id;

    @Column
    private String code;

    @Column
    private String division;

    protected KnownUnit() {}

    public String code() {
        return code;
    }

    /** Codes of units are unique in a district only. */
    boolean isOf(DivisionCode district) {
        return district.contains(DivisionCode.parse(division));
    }
}
