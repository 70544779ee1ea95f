package org.pengjiang.kit.log.stream;

import java.util.Locale;

/** Why the service ends a stream. Whoever comes again with the last id loses nothing. */
enum EndOfStream {
    /** The token has expired. */
    EXPIRED,
    /** More has happened since the last id than one answer tells. */
    BEHIND,
    /** The caller does not read what is sent. */
    SLOW,
    /** The service stops. */
    STOPPING;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
