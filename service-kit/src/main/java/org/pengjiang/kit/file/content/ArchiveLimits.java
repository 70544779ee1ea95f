package org.pengjiang.kit.file.content;

/**
 * How much an archive may hold.
 *
 * @param entries of it and of the archives in it, together
 * @param bytes of all entries when they are unpacked
 * @param ratio how much larger an entry may be unpacked than packed, beyond the first mebibyte
 * @param depth how deep archives may lie in archives; a ZIP of documents with tables in them is 2
 */
public record ArchiveLimits(int entries, long bytes, int ratio, int depth) {
    public static final ArchiveLimits USUAL = new ArchiveLimits(10_000, 512L << 20, 100, 2);
}
