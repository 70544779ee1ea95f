package org.pengjiang.appeal.model.appeal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.pengjiang.appeal.model.correspondence.Party;
import org.pengjiang.appeal.model.correspondence.Visibility;
import org.pengjiang.kit.log.Ids;

/** A message between the enterprise and the offices; it changes neither state nor clock. */
@Entity
@Table(name = "appeal_message")
public class AppealMessage {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "appeal_id")
    @SuppressWarnings("UnusedVariable") // the owning side of the mapping: the column is written through it
    private Appeal appeal;

    @Column
    private int seq;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    @Enumerated(EnumType.STRING)
    private Party party;

    @Column
    private String body;

    @Column
    private String account;

    @Column(name = "written_at")
    private Instant writtenAt;

    protected AppealMessage() {}

    AppealMessage(Appeal appeal, int seq, Party party, Visibility visibility, String body, String account, Instant at) {
        this.id = Ids.next();
        this.appeal = appeal;
        this.seq = seq;
        this.party = party;
        this.visibility = visibility;
        this.body = body;
        this.account = account;
        this.writtenAt = at;
    }

    public UUID id() {
        return id;
    }

    public int seq() {
        return seq;
    }

    public Visibility visibility() {
        return visibility;
    }

    public Party party() {
        return party;
    }

    public String body() {
        return body;
    }

    public String account() {
        return account;
    }

    public Instant writtenAt() {
        return writtenAt;
    }
}
