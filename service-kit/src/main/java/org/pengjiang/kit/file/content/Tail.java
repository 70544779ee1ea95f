package org.pengjiang.kit.file.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** The end of a file, where a ZIP has its directory and a PDF its last mark. */
final class Tail {
    private static final int END_OF_DIRECTORY = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final byte[] LAST_MARK = {'%', '%', 'E', 'O', 'F'};
    private static final int LAST_MARK_WITHIN = 2048;

    private final ByteBuffer bytes;

    private Tail(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    static Tail of(FileChannel file) throws IOException {
        int length = (int) Math.min(file.size(), END_OF_DIRECTORY + LONGEST_COMMENT);
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        long from = file.size() - length;
        while (bytes.hasRemaining() && file.read(bytes, from + bytes.position()) >= 0) {
            // until it is full
        }
        return new Tail(bytes.flip());
    }

    /** How many entries the directory of a ZIP has that ends exactly here; -1 without one. */
    int entriesOfArchive() {
        for (int at = bytes.limit() - END_OF_DIRECTORY; at >= 0; at--) {
            boolean isEnd = bytes.getInt(at) == 0x06054b50
                    && at + END_OF_DIRECTORY + Short.toUnsignedInt(bytes.getShort(at + 20)) == bytes.limit();
            if (isEnd) {
                return Short.toUnsignedInt(bytes.getShort(at + 10));
            }
        }
        return -1;
    }

    boolean endsPdf() {
        int least = Math.max(0, bytes.limit() - LAST_MARK_WITHIN);
        for (int at = bytes.limit() - LAST_MARK.length; at >= least; at--) {
            if (isLastMark(at)) {
                return true;
            }
        }
        return false;
    }

    private boolean isLastMark(int at) {
        for (int i = 0; i < LAST_MARK.length; i++) {
            if (bytes.get(at + i) != LAST_MARK[i]) {
                return false;
            }
        }
        return true;
    }
}
