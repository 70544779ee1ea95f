package org.pengjiang.kit.log.stream;

import java.util.List;
import org.pengjiang.kit.load.StreamPlaces;

/** The body of the answer: what is sent first, and the stream that goes on. */
record StreamBody(EventStream stream, StreamPlaces.Place place, List<byte[]> opening) {
    void begin(Runnable atEnd) {
        place.atEnd(atEnd);
        place.begin();
        stream.begin(opening);
    }
}
