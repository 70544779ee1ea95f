package org.pengjiang.kit.file.content;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the chunks of a PNG and decodes nothing. The copy holds the picture, its colours, its animation, and of EXIF
 * the orientation: no text, no time, and nothing that stands behind the picture.
 */
final class Png {
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int CHECKSUM = 4;
    private static final int HEADER = 13;
    private static final int MOST_EXIF = 1 << 20;
    private static final Set<String> NEEDED = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "bKGD", "pHYs",
            "acTL", "fcTL", "fdAT");

    private Png() {}

    static Picture copyWithoutMetadata(InputStream file, OutputStream out) throws IOException {
        try {
            return walk(new DataInputStream(file), out);
        } catch (EOFException cut) {
            throw DamagedFile.of(FileType.PNG);
        }
    }

    private static Picture walk(DataInputStream in, OutputStream out) throws IOException {
        if (in.readLong() != SIGNATURE) {
            throw DamagedFile.of(FileType.PNG);
        }
        out.write(ByteBuffer.allocate(8).putLong(SIGNATURE).array());
        int width = 0;
        int height = 0;
        byte @Nullable [] exif = null;
        String type = "";
        while (!type.equals("IEND")) {
            int length = in.readInt();
            byte[] name = in.readNBytes(4);
            type = new String(name, US_ASCII);
            if (length < 0 || name.length < 4 || (width == 0 && !type.equals("IHDR"))) {
                throw DamagedFile.of(FileType.PNG);
            }
            if (type.equals("IHDR")) {
                // compared before anything is read: the sender has written the length
                if (length != HEADER) {
                    throw DamagedFile.of(FileType.PNG);
                }
                ByteBuffer size = ByteBuffer.wrap(read(in, length));
                width = size.getInt();
                height = size.getInt();
                if (width <= 0 || height <= 0) {
                    throw DamagedFile.of(FileType.PNG);
                }
                write(out, length, name);
                out.write(size.array());
                copy(in, out, CHECKSUM);
            } else if (type.equals("eXIf") && exif == null && length <= MOST_EXIF) {
                exif = read(in, length);
                keepOrientation(exif, out);
                skip(in, CHECKSUM);
            } else if (NEEDED.contains(type)) {
                write(out, length, name);
                copy(in, out, length + (long) CHECKSUM);
            } else {
                skip(in, length + (long) CHECKSUM);
            }
        }
        return new Picture(width, height, exif);
    }

    private static byte[] read(DataInputStream in, int length) throws IOException {
        byte[] content = new byte[length];
        in.readFully(content);
        return content;
    }

    private static void keepOrientation(byte[] exif, OutputStream out) throws IOException {
        Optional<byte[]> orientation = Orientation.alone(exif);
        if (orientation.isPresent()) {
            byte[] name = "eXIf".getBytes(US_ASCII);
            CRC32 checksum = new CRC32();
            checksum.update(name);
            checksum.update(orientation.get());
            write(out, orientation.get().length, name);
            out.write(orientation.get());
            out.write(ByteBuffer.allocate(CHECKSUM)
                    .putInt((int) checksum.getValue())
                    .array());
        }
    }

    private static void write(OutputStream out, int length, byte[] name) throws IOException {
        out.write(ByteBuffer.allocate(8).putInt(length).put(name).array());
    }

    private static void copy(InputStream in, OutputStream out, long length) throws IOException {
        byte[] buffer = new byte[8 << 10];
        for (long left = length; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                throw new EOFException();
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    private static void skip(InputStream in, long length) throws IOException {
        copy(in, OutputStream.nullOutputStream(), length);
    }
}
