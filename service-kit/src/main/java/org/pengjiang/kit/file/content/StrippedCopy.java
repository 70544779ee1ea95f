package org.pengjiang.kit.file.content;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A picture without what its camera and its programs have noted, but for its orientation. The pixels stay as they are, bit by bit.
 */
public final class StrippedCopy {
    /**
     * Stands in the ETag of a copy. Raise it with every change that gives the copy of any picture other bytes: clients that hold the
     * older copy then fetch the new one.
     */
    public static final int FORM = 2;

    private StrippedCopy() {}

    public static boolean isPossible(FileType type) {
        return type == FileType.JPEG || type == FileType.PNG;
    }

    /** Both streams stay open. */
    public static void write(FileType type, InputStream picture, OutputStream out) throws IOException {
        InputStream bytes = new BufferedInputStream(picture, 1 << 16);
        OutputStream copy = new BufferedOutputStream(out, 1 << 16);
        if (type == FileType.JPEG) {
            Jpeg.copyWithoutMetadata(bytes, copy);
        } else if (type == FileType.PNG) {
            Png.copyWithoutMetadata(bytes, copy);
        } else {
            throw new IllegalArgumentException("nothing is stripped from " + type);
        }
        copy.flush();
    }
}
