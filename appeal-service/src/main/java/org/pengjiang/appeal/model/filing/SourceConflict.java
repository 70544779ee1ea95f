package org.pengjiang.appeal.model.filing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.log.LoggedAggregate;

/**
 * A partner's system sent an appeal again with another content. What was filed stands; the centre reads what differs, and notes
 * what became of it. Of a contact it is only said that it differs.
 */
@Entity
@Table(name = "source_conflict")
public class SourceConflict extends LoggedAggregate {
    @Column(name = "appeal_id")
    private UUID appealId;

    @Column(name = "appeal_no")
    private String appealNo;

    @Column(name = "source_version")
    private @Nullable Long sourceVersion;

    /** Of what was sent: the same content again is no further conflict. */
    @Column(name = "content_hash")
    private String contentHash;

    @Column(name = "pointers")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> pointers;

    @Column(name = "sent")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> sent;

    @Column(name = "noted_at")
    private Instant notedAt;

    @Column(name = "settled_at")
    private @Nullable Instant settledAt;

    @Column(name = "settled_by")
    private @Nullable String settledBy;

    @Column(name = "note")
    private @Nullable String note;

    @Column
    private int round;

    protected SourceConflict() {}

    public SourceConflict(
            DivisionCode division,
            UUID appealId,
            String appealNo,
            @Nullable Long sourceVersion,
            Differences differences,
            Instant notedAt) {
        super(Ids.next(), division);
        this.appealId = appealId;
        this.appealNo = appealNo;
        this.sourceVersion = sourceVersion;
        this.contentHash = differences.hash();
        this.pointers = differences.all().stream().map(Difference::pointer).toList();
        this.sent = differences.all().stream().map(Difference::sent).toList();
        this.notedAt = notedAt;
        this.round = 1;
    }

    /** @return false when it was settled before */
    public boolean settle(String by, String what, Instant at) {
        if (settledAt != null) {
            return false;
        }
        settledAt = at;
        settledBy = by;
        note = what;
        return true;
    }

    /**
     * The system says the same once more, as a newer version: what was done about it was not what it means.
     *
     * @return false when it is open, or not newer
     */
    public boolean reopen(long version, Instant at) {
        if (settledAt == null || sourceVersion != null && version <= sourceVersion) {
            return false;
        }
        sourceVersion = version;
        notedAt = at;
        settledAt = null;
        settledBy = null;
        note = null;
        round++;
        return true;
    }

    /** How often it was opened. */
    public int round() {
        return round;
    }

    @Override
    public String subjectType() {
        return "source-conflict";
    }

    public UUID appealId() {
        return appealId;
    }

    public String appealNo() {
        return appealNo;
    }

    public Optional<Long> sourceVersion() {
        return Optional.ofNullable(sourceVersion);
    }

    public String contentHash() {
        return contentHash;
    }

    public List<String> pointers() {
        return List.copyOf(pointers);
    }

    /** What was sent in each place of {@link #pointers()}; empty where nothing was, or where it is a contact. */
    public List<String> sent() {
        return List.copyOf(sent);
    }

    public Instant notedAt() {
        return notedAt;
    }

    public Optional<Instant> settledAt() {
        return Optional.ofNullable(settledAt);
    }

    public @Nullable String settledBy() {
        return settledBy;
    }

    public @Nullable String note() {
        return note;
    }
}
