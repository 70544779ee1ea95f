package org.pengjiang.kit.file.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/** Looks through the outer boxes of a HEIC. Java has no decoder for what is inside. */
final class Heic {
    private static final int HEAD = 16;
    private static final int MOST_EXIF = 64 << 10;
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};

    private Heic() {}

    /** @throws DamagedFile when the boxes do not add up to the file */
    static void check(FileChannel file) throws IOException {
        long size = file.size();
        long position = 0;
        while (position < size) {
            ByteBuffer head = read(file, position, HEAD);
            if (head.remaining() < 8) {
                throw damaged();
            }
            long length = Integer.toUnsignedLong(head.getInt(0));
            if (length == 1 && head.remaining() == HEAD) {
                length = head.getLong(8);
            } else if (length == 0) {
                length = size - position;
            }
            if (length < 8 || length > size - position) {
                throw damaged();
            }
            position += length;
        }
    }

    /** Found by its signature: the way to it through the boxes leads past lengths that the sender has written. */
    static byte @Nullable [] exif(FileChannel file) throws IOException {
        int window = 1 << 16;
        for (long position = 0; position < file.size(); position += window) {
            ByteBuffer part = read(file, position, window + EXIF.length + 2);
            for (int at = 0; at + EXIF.length + 2 <= part.remaining(); at++) {
                if (isExif(part, at)) {
                    ByteBuffer exif = read(file, position + at + EXIF.length, MOST_EXIF);
                    byte[] bytes = new byte[exif.remaining()];
                    exif.get(bytes);
                    return bytes;
                }
            }
        }
        return null;
    }

    private static boolean isExif(ByteBuffer part, int at) {
        for (int i = 0; i < EXIF.length; i++) {
            if (part.get(at + i) != EXIF[i]) {
                return false;
            }
        }
        int order = part.getShort(at + EXIF.length);
        return order == 0x4949 || order == 0x4D4D;
    }

    private static ByteBuffer read(FileChannel file, long position, int most) throws IOException {
        ByteBuffer part = ByteBuffer.allocate((int) Math.min(most, file.size() - position));
        while (part.hasRemaining() && file.read(part, position + part.position()) >= 0) {
            // until it is full
        }
        return part.flip();
    }

    private static DamagedFile damaged() {
        return DamagedFile.of(FileType.HEIC);
    }
}
