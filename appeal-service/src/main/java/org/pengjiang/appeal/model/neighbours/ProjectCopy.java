package org.pengjiang.appeal.model.neighbours;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.identity.DivisionScope;

/** What this service remembers of a project; project-service owns the truth. */
@Entity
@Table(name = "known_project")
public class ProjectCopy {
    @Id
    private UUID id;

    @Column
    private String no;

    @Column
    private @Nullable String division;

    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> enterprises;

    @Column(name = "subject_version")
    private long subjectVersion;

    protected ProjectCopy() {}

    public UUID id() {
        return id;
    }

    public String no() {
        return no;
    }

    /** Where it lies; events of older releases did not say. */
    public Optional<DivisionCode> division() {
        return Optional.ofNullable(division).map(DivisionCode::parse);
    }

    /** Whether an office with this scope may name it; one of which nobody knows where it lies is named by nobody. */
    public boolean isIn(DivisionScope scope) {
        return division().filter(scope::covers).isPresent();
    }

    public boolean isOf(String enterprise) {
        return enterprises.contains(enterprise);
    }

    /** Before its investor has registered here. */
    public boolean isOfNobody() {
        return enterprises.isEmpty();
    }

    public long subjectVersion() {
        return subjectVersion;
    }
}
