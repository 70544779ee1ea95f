package org.pengjiang.kit.file.content;

import java.nio.ByteBuffer;
import java.util.Optional;

/** How a camera was held, as EXIF numbers it. It is all of EXIF that a stripped picture keeps: without it the picture lies. */
final class Orientation {
    private static final int UPRIGHT = 1;
    private static final short TAG = 0x0112;
    private static final short SHORT = 3;
    private static final int LENGTH = 26;

    private Orientation() {}

    /** An EXIF structure with the orientation of the given one and nothing else; empty where a picture is upright without it. */
    static Optional<byte[]> alone(byte[] exif) {
        return PhotoFacts.read(exif)
                .map(PhotoFacts::orientation)
                .filter(orientation -> orientation != UPRIGHT)
                .map(Orientation::structure);
    }

    /** Big-endian TIFF with one directory of one entry. */
    private static byte[] structure(int orientation) {
        return ByteBuffer.allocate(LENGTH)
                .put((byte) 'M')
                .put((byte) 'M')
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort(TAG)
                .putShort(SHORT)
                .putInt(1)
                .putInt(orientation << 16)
                .putInt(0)
                .array();
    }
}
