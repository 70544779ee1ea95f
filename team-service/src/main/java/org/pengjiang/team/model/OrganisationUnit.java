package org.pengjiang.team.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.log.LoggedAggregate;

/** A town, street or department: what teams belong to and tokens name as {@code unit}. */
@Entity
@Table(name = "unit")
public class OrganisationUnit extends LoggedAggregate {
    @Column
    private String code;

    @Column
    private String name;

    @Column
    @Enumerated(EnumType.STRING)
    private UnitKind kind;

    protected OrganisationUnit() {}

    public OrganisationUnit(UUID id, DivisionCode division, String code, String name, UnitKind kind) {
        super(id, division);
        this.code = code;
        this.name = name;
        this.kind = kind;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public UnitKind kind() {
        return kind;
    }

    @Override
    public String subjectType() {
        return "unit";
    }
}
