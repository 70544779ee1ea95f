package org.pengjiang.note.notes.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.pengjiang.identifiers.DivisionCode;
import org.pengjiang.kit.log.LoggedAggregate;

@Entity
@Table(name = "note")
public class Note extends LoggedAggregate {
    @Column
    private String title;

    @Column
    private int pages;

    @Column
    private int remarks;

    protected Note() {}

    public Note(UUID id, DivisionCode division, String title, int pages) {
        super(id, division);
        this.title = title;
        this.pages = pages;
    }

    @Override
    public String subjectType() {
        return "note";
    }

    public void resize(int newPages) {
        this.pages = newPages;
    }

    public void describe(NoteDescription next) {
        this.title = next.title();
        this.pages = next.pages();
    }

    public int remark() {
        return ++remarks;
    }

    public String title() {
        return title;
    }

    public int pages() {
        return pages;
    }

    public int remarks() {
        return remarks;
    }
}
