package org.pengjiang.kit.things;

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
}
