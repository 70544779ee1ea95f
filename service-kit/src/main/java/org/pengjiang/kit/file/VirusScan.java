package org.pengjiang.kit.file;

import java.io.IOException;
import java.io.InputStream;

/** A scanner that a deployment brings as a bean. Without one every file stays {@link ScanState#NOT_SCANNED}. */
public interface VirusScan {
    /** @throws IOException when the scanner does not answer; the file is tried again later */
    boolean isClean(InputStream content) throws IOException;
}
