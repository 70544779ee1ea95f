package org.pengjiang.project.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.log.Ids;

/** One line of one set of shares. Sets are never changed: a new one supersedes the old from its first day on. */
@Entity
@Table(name = "credit_share")
public class CreditShare {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "project_id")
    @SuppressWarnings("UnusedVariable") // the owning side of the mapping: the column is written through it
    private InvestmentProject project;

    @Column(name = "set_no")
    private int setNo;

    @Column
    private int position;

    @Column(name = "team_id")
    private UUID teamId;

    @Column(name = "team_code")
    private String teamCode;

    @Enumerated(EnumType.STRING)
    private ShareRole role;

    @Column(name = "basis_points")
    private int basisPoints;

    @Column
    private boolean overlay;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "superseded_on")
    private @Nullable LocalDate supersededOn;

    @Column
    private @Nullable String ruling;

    protected CreditShare() {}

    CreditShare(
            InvestmentProject project,
            int setNo,
            int position,
            Share share,
            LocalDate validFrom,
            @Nullable String ruling) {
        this.id = Ids.next();
        this.project = project;
        this.setNo = setNo;
        this.position = position;
        this.teamId = share.teamId();
        this.teamCode = share.teamCode();
        this.role = share.role();
        this.basisPoints = share.basisPoints();
        this.overlay = share.overlay();
        this.validFrom = validFrom;
        this.ruling = ruling;
    }

    void supersede(LocalDate from) {
        supersededOn = from;
    }

    boolean isCurrent() {
        return supersededOn == null;
    }

    int position() {
        return position;
    }

    Share share() {
        return new Share(teamId, teamCode, role, basisPoints, overlay);
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    public @Nullable String ruling() {
        return ruling;
    }
}
