package org.pengjiang.kit.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.pengjiang.kit.file.content.Claim;
import org.pengjiang.kit.http.UploadedFile;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.log.Ids;
import org.pengjiang.kit.text.TypedText;

/** Takes a file in one request. */
@ApplicationScoped
class UploadFile {
    private final WaitingBytes waiting;
    private final KeepFile keep;
    private final FileRows files;

    UploadFile(WaitingBytes waiting, KeepFile keep, FileRows files) {
        this.waiting = waiting;
        this.keep = keep;
        this.files = files;
    }

    StoredFile upload(String name, MediaType declared, UploadedFile content, Caller caller) {
        waiting.requireRoom(caller.subject(), content.length());
        UUID id = Ids.next();
        Claim claim = Claim.ofRequest(TypedText.normalised(name), declared.getType() + "/" + declared.getSubtype());
        KeepFile.Named as = new KeepFile.Named(id, claim, caller.subject());
        try (InputStream bytes = content.open()) {
            keep.keep(bytes, as, () -> true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.find(id).orElseThrow();
    }
}
