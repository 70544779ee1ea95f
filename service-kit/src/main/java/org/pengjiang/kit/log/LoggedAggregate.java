package org.pengjiang.kit.log;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostUpdate;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.identifiers.DivisionCode;

/**
 * An aggregate root whose every change stands in the event log.
 *
 * <p>Columns every such table has: {@code id uuid primary key, version bigint, log_version bigint, published_version
 * bigint, last_hash bytea, row_version bigint, division text, province text, city text, district text, town text}.
 */
@MappedSuperclass
public abstract class LoggedAggregate {
    @Id
    private UUID id;

    /** What commands are decided on, and the first part of the ETag: a decisive event moves it. */
    @Column
    private long version;

    /** Whether it has moved since the row was last stored: the rows of one command leave the same version. */
    private transient boolean moved;

    /** Lets no two transactions write the row over each other. */
    @Version
    @Column(name = "row_version")
    private long rowVersion;

    /** How many log rows this subject has: the next row continues it. */
    @Column(name = "log_version")
    long logVersion;

    /** How many of them were published: lets a follower see that one is missing. */
    @Column(name = "published_version")
    long publishedVersion;

    @Column(name = "last_hash")
    byte @Nullable [] lastHash;

    @Column
    private String division;

    @Column
    private String province;

    @Column
    private @Nullable String city;

    @Column
    private @Nullable String district;

    @Column
    private @Nullable String town;

    /** Made here and not loaded: such a one may be logged before it is added. */
    private final transient boolean made;

    protected LoggedAggregate() {
        made = false;
    }

    protected LoggedAggregate(UUID id, DivisionCode division) {
        this.id = id;
        made = true;
        placeIn(division);
    }

    final boolean isMadeHere() {
        return made;
    }

    /** Moves the aggregate to another division of the hierarchy. */
    protected final void placeIn(DivisionCode code) {
        division = code.value();
        province = code.province();
        city = code.city().orElse(null);
        district = code.district().orElse(null);
        town = code.town().orElse(null);
    }

    /** The word that stands as {@code subject_type} in the log, such as {@code notice_address}. */
    public abstract String subjectType();

    /** The version after a decisive event. A new aggregate begins at 0. */
    final long nextVersion() {
        return made || moved ? version : version + 1;
    }

    @PostUpdate
    void stored() {
        moved = false;
    }

    /** The head of the chain: this row is the subject's newest. */
    final void logged(LogEntry entry, byte[] hash) {
        if (entry.aggregateVersion() != null) {
            moved |= entry.aggregateVersion() > version;
            version = entry.aggregateVersion();
        }
        logVersion = entry.subjectVersion();
        lastHash = hash;
        if (entry.publishedVersion() != null) {
            publishedVersion = entry.publishedVersion();
        }
    }

    public final UUID id() {
        return id;
    }

    public final long version() {
        return version;
    }

    public final DivisionCode division() {
        return DivisionCode.parse(division);
    }
}
