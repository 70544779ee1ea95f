package org.pengjiang.kit.file.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Keeps contents by their SHA-256. */
public interface FileStore {
    /** Reads a content to its end into a file of its own. The store keeps it only by {@link Incoming#keep}. */
    Incoming receive(InputStream content) throws IOException;

    /**
     * A part of a content.
     *
     * @throws java.nio.file.NoSuchFileException when the store has no such content
     */
    InputStream open(FileAddress address, long from, long length) throws IOException;

    /** Removes it. A content that is not there is no failure. */
    void delete(FileAddress address) throws IOException;

    /** Removes what an interrupted {@link #receive} left behind more than a day ago. */
    void tidy() throws IOException;

    /** A content that has arrived. Closing it removes what was not kept. */
    interface Incoming extends AutoCloseable {
        FileAddress address();

        long size();

        /** To look into it; there until it is kept or closed. */
        Path path();

        /** After this the content survives a crash. The same content kept twice is one. */
        void keep() throws IOException;

        @Override
        void close() throws IOException;
    }
}
