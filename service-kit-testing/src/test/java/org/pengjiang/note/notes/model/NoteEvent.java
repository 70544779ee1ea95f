package org.pengjiang.note.notes.model;

import org.pengjiang.kit.log.DomainEvent;

/** What happens to a note. */
public sealed interface NoteEvent extends DomainEvent {
    record Resized(int pages) implements NoteEvent {
        @Override
        public String type() {
            return "note.resized.v1";
        }
    }

    record Described(String title, int pages) implements NoteEvent {
        @Override
        public String type() {
            return "note.described.v1";
        }
    }

    /** No command is decided on it. */
    record Remarked(int remarks) implements NoteEvent {
        @Override
        public String type() {
            return "note.remarked.v1";
        }

        @Override
        public boolean decisive() {
            return false;
        }
    }
}
