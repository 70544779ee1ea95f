package org.pengjiang.kit.testing;

import java.util.Set;

/**
 * A room of a service: a package below its root that owns one subject. Its {@code model} is its public face; the use cases,
 * queries and resources beside it are its own. A room without a {@code model} is public as a whole.
 *
 * @param uses the rooms whose public face it uses
 * @param isChannel a way into the service from outside: it may use what every room makes public, and nobody uses it
 */
public record Room(String name, Set<String> uses, boolean isChannel) {
    public Room {
        uses = Set.copyOf(uses);
    }

    /** A room that uses no other. */
    public static Room room(String name) {
        return new Room(name, Set.of(), false);
    }

    /** A room of the outer ring, such as a hotline, a bulk interface or a live feed. */
    public static Room channel(String name) {
        return new Room(name, Set.of(), true);
    }

    /** Each arrow is declared once, here; one that the code does not need is an error too. */
    public Room uses(String... rooms) {
        if (isChannel) {
            throw new IllegalArgumentException("the channel " + name + " may use every room: declare no arrows");
        }
        return new Room(name, Set.of(rooms), false);
    }
}
