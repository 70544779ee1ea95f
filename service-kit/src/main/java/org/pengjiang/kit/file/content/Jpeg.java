package org.pengjiang.kit.file.content;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the segments of a JPEG and decodes nothing. The copy holds what a decoder needs, and of EXIF the orientation: no XMP,
 * IPTC, comment, preview, and nothing that stands behind the picture, where phones put a film or a second picture.
 */
final class Jpeg {
    private static final int SOF2 = 0xC2;
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COMMENT = 0xFE;
    private static final byte[] EXIF = "Exif\0\0".getBytes(US_ASCII);
    private static final byte[] JFIF = "JFIF\0".getBytes(US_ASCII);
    private static final byte[] COLOURS = "ICC_PROFILE\0".getBytes(US_ASCII);
    private static final int JFIF_WITHOUT_PREVIEW = 14;
    /** How many there are, in the segment of a frame. */
    private static final int COMPONENTS = 5;

    /** Of the first one. */
    private static final int SAMPLING = 7;

    private static final int COMPONENT = 3;

    private final DataInputStream in;
    private final OutputStream out;
    private int width;
    private int height;
    private int scans;
    private int components;
    private boolean isKept;
    private long coefficients;
    private byte @Nullable [] exif;

    private Jpeg(InputStream in, OutputStream out) {
        this.in = new DataInputStream(in);
        this.out = out;
    }

    /** @param in is read byte by byte */
    static Picture copyWithoutMetadata(InputStream in, OutputStream out) throws IOException {
        try {
            return new Jpeg(in, out).walk();
        } catch (EOFException cut) {
            throw DamagedFile.of(FileType.JPEG);
        }
    }

    /**
     * What costs a decoder time and memory.
     *
     * @param count each is a pass over the whole picture
     * @param keptBytes the coefficients of all pixels, which a decoder keeps until the last scan when one scan does not hold them all
     */
    record Scans(int count, long keptBytes) {}

    /** @param in is read byte by byte */
    static Scans scans(InputStream in) throws IOException {
        Jpeg picture = new Jpeg(in, OutputStream.nullOutputStream());
        try {
            picture.walk();
        } catch (EOFException cut) {
            throw DamagedFile.of(FileType.JPEG);
        }
        return new Scans(picture.scans, picture.isKept ? picture.coefficients * Short.BYTES : 0);
    }

    private Picture walk() throws IOException {
        if (in.readUnsignedByte() != 0xFF || in.readUnsignedByte() != SOI) {
            throw DamagedFile.of(FileType.JPEG);
        }
        mark(SOI);
        int marker = nextMarker();
        while (marker != EOI) {
            if (hasNoContent(marker)) {
                mark(marker);
                marker = nextMarker();
            } else {
                segment(marker);
                marker = marker == SOS ? pixels() : nextMarker();
            }
        }
        mark(EOI);
        if (width == 0 || height == 0) {
            throw DamagedFile.of(FileType.JPEG);
        }
        return new Picture(width, height, exif);
    }

    private int nextMarker() throws IOException {
        if (in.readUnsignedByte() != 0xFF) {
            throw DamagedFile.of(FileType.JPEG);
        }
        int marker = in.readUnsignedByte();
        while (marker == 0xFF) {
            marker = in.readUnsignedByte();
        }
        return marker;
    }

    private static boolean hasNoContent(int marker) {
        return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7);
    }

    private void segment(int marker) throws IOException {
        int length = in.readUnsignedShort() - 2;
        if (length < 0) {
            throw DamagedFile.of(FileType.JPEG);
        }
        byte[] content = new byte[length];
        in.readFully(content);
        if (isFrame(marker) && length >= 5) {
            height = (content[1] & 0xff) << 8 | content[2] & 0xff;
            width = (content[3] & 0xff) << 8 | content[4] & 0xff;
            isKept |= marker == SOF2;
            components = length > COMPONENTS ? content[COMPONENTS] & 0xff : 0;
            coefficients += coefficients(content);
        }
        if (marker == SOS) {
            scans++;
            // the rest of the colours comes in scans of their own
            isKept |= length == 0 || (content[0] & 0xff) < components;
        }
        if (marker == APP1 && startsWith(content, EXIF) && exif == null) {
            exif = Arrays.copyOfRange(content, EXIF.length, length);
            Optional<byte[]> orientation = Orientation.alone(exif);
            if (orientation.isPresent()) {
                write(APP1, EXIF, orientation.get());
            }
        }
        if (isNeeded(marker, content)) {
            write(marker, marker == APP0 ? withoutPreview(content) : content);
        }
    }

    /** Of each component as many as its sampling leaves of the pixels. */
    private long coefficients(byte[] frame) {
        int across = 1;
        int down = 1;
        long sampled = 0;
        for (int at = SAMPLING; at < frame.length; at += COMPONENT) {
            int of = (frame[at] & 0xff) >> 4;
            int lines = frame[at] & 0x0f;
            across = Math.max(across, of);
            down = Math.max(down, lines);
            sampled += (long) of * lines;
        }
        return (long) width * height * sampled / across / down;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static boolean isNeeded(int marker, byte[] content) {
        return switch (marker) {
            case APP0 -> startsWith(content, JFIF) && content.length >= JFIF_WITHOUT_PREVIEW;
            case APP2 -> startsWith(content, COLOURS);
            case APP14 -> true;
            case COMMENT -> false;
            default -> marker < APP0 || marker > APP15;
        };
    }

    private static byte[] withoutPreview(byte[] content) {
        byte[] head = Arrays.copyOf(content, JFIF_WITHOUT_PREVIEW);
        head[JFIF_WITHOUT_PREVIEW - 2] = 0;
        head[JFIF_WITHOUT_PREVIEW - 1] = 0;
        return head;
    }

    /** Up to the next marker that is none of the pixels' own. */
    private int pixels() throws IOException {
        while (true) {
            int read = in.readUnsignedByte();
            if (read != 0xFF) {
                out.write(read);
                continue;
            }
            int marker = in.readUnsignedByte();
            while (marker == 0xFF) {
                marker = in.readUnsignedByte();
            }
            if (marker != 0 && !hasNoContent(marker)) {
                return marker;
            }
            mark(marker);
        }
    }

    private void mark(int marker) throws IOException {
        out.write(0xFF);
        out.write(marker);
    }

    private void write(int marker, byte[]... content) throws IOException {
        int length = 2 + Arrays.stream(content).mapToInt(part -> part.length).sum();
        mark(marker);
        out.write(length >> 8);
        out.write(length);
        for (byte[] part : content) {
            out.write(part);
        }
    }

    private static boolean startsWith(byte[] content, byte[] start) {
        return content.length >= start.length && Arrays.equals(content, 0, start.length, start, 0, start.length);
    }
}
