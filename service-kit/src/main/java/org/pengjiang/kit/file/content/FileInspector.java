package org.pengjiang.kit.file.content;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** Finds out what a file is by its content. Its name and its declared type have to agree with that. */
public final class FileInspector {
    private static final int START = 1024;
    private static final Set<String> ARCHIVES =
            Set.of("application/zip", "application/x-tika-ooxml", "application/ofd");
    private static final Pattern PROGRAM =
            Pattern.compile(".*(?:html|xml|svg|script|x-sh|x-bat|x-perl|x-python|x-php).*");
    private static final Pattern ACTIVE = Pattern.compile("(?is).*(?:%PDF-|<html|<script|<!doctype).*");

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();
    private final Set<FileType> taken;
    private final ArchiveLimits limits;

    public FileInspector(Set<FileType> taken, ArchiveLimits limits) {
        this.taken = Set.copyOf(taken);
        this.limits = limits;
    }

    /** @throws DomainException a {@link KitProblem} with every fault that was found */
    public Inspected inspect(Path file, Claim claim) throws IOException {
        if (Files.size(file) == 0) {
            throw refusal(List.of(Fault.at(DamagedFile.CONTENT, KitProblem.FILE_EMPTY)));
        }
        List<Fault> faults = new ArrayList<>();
        Inspected found = null;
        try (FileChannel channel = FileChannel.open(file)) {
            found = look(file, channel, claim);
            compare(found.type(), claim, faults);
        } catch (DamagedFile damaged) {
            faults.add(damaged.fault());
        }
        if (found == null || !faults.isEmpty()) {
            throw refusal(faults);
        }
        return found;
    }

    private static DomainException refusal(List<Fault> faults) {
        Fault first = faults.getFirst();
        return new DomainException(first.code(), faults, first.arguments().toArray());
    }

    private void compare(FileType found, Claim claim, List<Fault> faults) {
        if (!taken.contains(found)) {
            faults.add(Fault.at(DamagedFile.CONTENT, KitProblem.FILE_TYPE_NOT_TAKEN, found.mediaType()));
        }
        if (claim.type() != null && !claim.type().equals(found.mediaType())) {
            faults.add(Fault.at(claim.typePointer(), KitProblem.FILE_TYPE_DIFFERS, found.mediaType()));
        }
        if (!found.fits(claim.name())) {
            faults.add(Fault.at(claim.namePointer(), KitProblem.FILE_TYPE_DIFFERS, found.mediaType()));
        }
    }

    private Inspected look(Path file, FileChannel channel, Claim claim) throws IOException {
        String sniffed = sniff(file);
        Tail tail = Tail.of(channel);
        if (ARCHIVES.contains(sniffed)) {
            return archive(file, tail);
        }
        FileType type = type(file, sniffed, claim);
        if (tail.entriesOfArchive() >= 0 || (type != FileType.PDF && !type.isText() && isActive(file))) {
            throw new DamagedFile(KitProblem.FILE_AMBIGUOUS, type.mediaType());
        }
        return switch (type) {
            case JPEG -> picture(type, file, Jpeg::copyWithoutMetadata);
            case PNG -> picture(type, file, Png::copyWithoutMetadata);
            case HEIC -> heic(channel);
            case PDF -> pdf(tail);
            default -> new Inspected(type, null, null, null);
        };
    }

    private String sniff(Path file) throws IOException {
        try (InputStream start = new BufferedInputStream(Files.newInputStream(file))) {
            return types.detect(start, new Metadata()).getBaseType().toString();
        }
    }

    /** The type of what is no archive. Tika takes many a note for a letter or a program's input: its look at texts is ours. */
    private static FileType type(Path file, String sniffed, Claim claim) throws IOException {
        Optional<FileType> known = FileType.of(sniffed.equals("image/heif") ? FileType.HEIC.mediaType() : sniffed);
        if (known.isPresent() && !known.get().isText()) {
            return known.get();
        }
        boolean mayBeText =
                sniffed.startsWith("text/") || sniffed.startsWith("message/") || sniffed.equals(FileType.ANY);
        if (!mayBeText || PROGRAM.matcher(sniffed).matches() || !PlainText.isText(file)) {
            throw new DamagedFile(KitProblem.FILE_TYPE_NOT_TAKEN, sniffed.toLowerCase(Locale.ROOT));
        }
        boolean isCsv = claim.type() == null
                ? FileType.isCsv(claim.name())
                : claim.type().equals(FileType.CSV.mediaType());
        return isCsv ? FileType.CSV : FileType.TXT;
    }

    /** Another program would take it for a document that acts. */
    private static boolean isActive(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return ACTIVE.matcher(new String(bytes.readNBytes(START), ISO_8859_1))
                    .matches();
        }
    }

    private Inspected archive(Path file, Tail tail) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            Archive.Content content = Archive.look(bytes, limits);
            int listed = tail.entriesOfArchive();
            if (listed < 0) {
                throw DamagedFile.of(FileType.ZIP);
            }
            if (listed != content.entries()) {
                // what is listed twice, or not at all, is another archive for each program that reads it
                throw new DamagedFile(KitProblem.FILE_AMBIGUOUS, FileType.ZIP.mediaType());
            }
            return new Inspected(content.type(), null, null, null);
        }
    }

    private static Inspected pdf(Tail tail) throws DamagedFile {
        if (!tail.endsPdf()) {
            throw DamagedFile.of(FileType.PDF);
        }
        return new Inspected(FileType.PDF, null, null, null);
    }

    private static Inspected heic(FileChannel channel) throws IOException {
        Heic.check(channel);
        byte[] exif = Heic.exif(channel);
        PhotoFacts photo = exif == null ? null : PhotoFacts.read(exif).orElse(null);
        return new Inspected(FileType.HEIC, null, null, photo);
    }

    private interface Walk {
        Picture walk(InputStream in, OutputStream out) throws IOException;
    }

    private static Inspected picture(FileType type, Path file, Walk walk) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            Picture picture = walk.walk(bytes, OutputStream.nullOutputStream());
            return new Inspected(
                    type, picture.width(), picture.height(), picture.facts().orElse(null));
        }
    }
}
