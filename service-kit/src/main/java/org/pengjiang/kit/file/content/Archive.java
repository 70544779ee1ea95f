package org.pengjiang.kit.file.content;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.pengjiang.kit.problem.KitProblem;

/**
 * Unpacks an archive into nothing and counts. What its directory claims is not believed: an entry is as large as what comes out of
 * it, and the walk ends where a limit is passed.
 */
final class Archive {
    private static final int GRACE = 1 << 20;
    private static final int SIGNATURE = 4;

    private final ArchiveLimits limits;
    private final Set<String> names = new HashSet<>();
    private final byte[] buffer = new byte[16 << 10];
    private int entries;
    private long bytes;

    private Archive(ArchiveLimits limits) {
        this.limits = limits;
    }

    record Content(Set<String> names, int entries) {
        FileType type() throws DamagedFile {
            boolean isOffice = names.contains("[Content_Types].xml");
            if (isOffice && names.stream().anyMatch(name -> name.endsWith("vbaProject.bin"))) {
                throw new DamagedFile(KitProblem.FILE_TYPE_NOT_TAKEN, "application/vnd.ms-office.macroEnabled");
            }
            if (isOffice && names.contains("word/document.xml")) {
                return FileType.DOCX;
            }
            if (isOffice && names.contains("xl/workbook.xml")) {
                return FileType.XLSX;
            }
            return names.contains("OFD.xml") ? FileType.OFD : FileType.ZIP;
        }
    }

    /** @throws DamagedFile when it holds too much, is protected by a password or cannot be unpacked */
    static Content look(InputStream file, ArchiveLimits limits) throws IOException {
        Archive archive = new Archive(limits);
        int own = archive.walk(file, 0);
        return new Content(archive.names, own);
    }

    private int walk(InputStream file, int depth) throws IOException {
        if (depth > limits.depth()) {
            throw tooLarge();
        }
        int own = 0;
        Counted packed = new Counted(new BufferedInputStream(file));
        ZipInputStream zip = new ZipInputStream(packed);
        try {
            long before = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                own++;
                if (++entries > limits.entries()) {
                    throw tooLarge();
                }
                if (depth == 0) {
                    names.add(safe(entry.getName()));
                }
                unpack(zip, packed, before, depth);
                before = packed.count;
            }
        } catch (EOFException cut) {
            throw DamagedFile.of(FileType.ZIP);
        } catch (ZipException | IllegalArgumentException unreadable) {
            String message = String.valueOf(unreadable.getMessage());
            throw message.contains("encrypted")
                    ? new DamagedFile(KitProblem.FILE_PROTECTED)
                    : DamagedFile.of(FileType.ZIP);
        }
        return own;
    }

    private void unpack(ZipInputStream zip, Counted packed, long before, int depth) throws IOException {
        PushbackInputStream entry = new PushbackInputStream(new Limited(zip, packed, before), SIGNATURE);
        byte[] start = entry.readNBytes(SIGNATURE);
        entry.unread(start);
        if (start.length == SIGNATURE && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4) {
            walk(entry, depth + 1);
        }
        while (entry.read(buffer) >= 0) {
            // only what comes out counts
        }
    }

    private static String safe(String name) throws DamagedFile {
        String path = name.replace('\\', '/');
        if (path.startsWith("/") || path.matches("[A-Za-z]:.*") || ("/" + path + "/").contains("/../")) {
            throw DamagedFile.of(FileType.ZIP);
        }
        return path;
    }

    private DamagedFile tooLarge() {
        return new DamagedFile(
                KitProblem.ARCHIVE_TOO_LARGE, limits.entries(), limits.bytes(), limits.ratio(), limits.depth());
    }

    /** What was read of the packed bytes. */
    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int most) throws IOException {
            int read = super.read(into, offset, most);
            count += Math.max(read, 0);
            return read;
        }
    }

    /** One entry as it comes out. */
    private final class Limited extends FilterInputStream {
        private final Counted packed;
        private final long before;
        private long own;

        Limited(InputStream entry, Counted packed, long before) {
            super(entry);
            this.packed = packed;
            this.before = before;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int most) throws IOException {
            int read = super.read(into, offset, most);
            if (read > 0) {
                own += read;
                bytes += read;
                if (bytes > limits.bytes()) {
                    throw tooLarge();
                }
                if (own > GRACE && own / limits.ratio() > packed.count - before) {
                    throw tooLarge();
                }
            }
            return read;
        }

        @Override
        public void close() {
            // the archive goes on
        }
    }
}
