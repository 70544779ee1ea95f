package org.pengjiang.appeal.model.correspondence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.pengjiang.appeal.model.appeal.Appeal;
import org.pengjiang.appeal.model.appeal.AppealPart;

/** A message between the enterprise and the offices; it changes neither state nor clock. */
@Entity
@Table(name = "appeal_message")
public class AppealMessage extends AppealPart {
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
        super(appeal, seq);
        this.party = party;
        this.visibility = visibility;
        this.body = body;
        this.account = account;
        this.writtenAt = at;
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
