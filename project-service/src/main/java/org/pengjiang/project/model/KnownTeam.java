package org.pengjiang.project.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;

/** What this service remembers of a team from its events; team-service owns the truth. */
@Entity
@Table(name = "known_team")
public class KnownTeam {
    @Id
    private UUID id;

    @Column
    private String code;

    @Column
    private String name;

    @Column
    private @Nullable String kind;

    @Column
    private @Nullable String division;

    @Column(name = "valid_from")
    private @Nullable LocalDate validFrom;

    @Column(name = "valid_to")
    private @Nullable LocalDate validTo;

    @Column(name = "captain_account")
    private @Nullable String captainAccount;

    @Column(name = "subject_version")
    private long subjectVersion;

    protected KnownTeam() {}

    public UUID id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    /** Codes of teams are unique in a district only; a team without a division of its own works anywhere. */
    public boolean worksIn(DivisionCode district) {
        return division == null
                || district.contains(DivisionCode.parse(division))
                || DivisionCode.parse(division).contains(district);
    }

    public boolean existsOn(LocalDate date) {
        return (validFrom == null || !date.isBefore(validFrom)) && (validTo == null || !date.isAfter(validTo));
    }
}
