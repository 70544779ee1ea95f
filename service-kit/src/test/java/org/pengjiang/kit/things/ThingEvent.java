package org.pengjiang.kit.things;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pengjiang.kit.log.Audience;
import org.pengjiang.kit.log.DomainEvent;

public sealed interface ThingEvent extends DomainEvent {
    record Made(String name) implements ThingEvent {
        @Override
        public String type() {
            return "kit.thing-made.v1";
        }
    }

    record Counted(long by, long total) implements ThingEvent {
        @Override
        public String type() {
            return "kit.thing-counted.v1";
        }
    }

    /** No contract names it: it stays in the log. */
    record Noted(String text) implements ThingEvent {
        @Override
        public String type() {
            return "kit.thing-noted.v1";
        }

        @Override
        public boolean decisive() {
            return false;
        }
    }

    record Erased(List<UUID> dataKeys, String reason) implements ThingEvent {
        @Override
        public String type() {
            return "kit.thing-erased.v1";
        }
    }

    record Suspected(String text) implements ThingEvent {
        @Override
        public String type() {
            return "kit.thing-suspected.v1";
        }

        @Override
        public Audience audience() {
            return Audience.INTERNAL;
        }
    }

    /** For the parties of a thing. */
    record Shared(String text) implements ThingEvent {
        @Override
        public String type() {
            return "kit.thing-shared.v1";
        }

        @Override
        public Audience audience() {
            return Audience.PARTY;
        }

        @Override
        public boolean decisive() {
            return false;
        }
    }

    /** For those involved, supervision, and the parties named. */
    record Confided(String text) implements ThingEvent {
        @Override
        public String type() {
            return "kit.thing-confided.v1";
        }

        @Override
        public Audience audience() {
            return Audience.RESTRICTED;
        }
    }

    /** The parties are told the text, and not what the offices think of it. */
    record Told(String text, String inside) implements ThingEvent {
        @Override
        public String type() {
            return "kit.thing-told.v1";
        }

        @Override
        public Optional<Record> partyView() {
            return Optional.of(new Noted(text));
        }
    }
}
