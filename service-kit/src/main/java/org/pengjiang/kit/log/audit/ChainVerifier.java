package org.pengjiang.kit.log.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pengjiang.kit.log.LogEntry;
import org.pengjiang.kit.log.audit.Finding.Kind;

/** Follows the rows of one subject in order, then compares them with its head. */
final class ChainVerifier {
    private final UUID subject;
    private final List<Finding> findings = new ArrayList<>();
    private long version;
    private byte @Nullable [] hash;
    private String subjectType = "";
    private String division = "";

    ChainVerifier(UUID subject) {
        this.subject = subject;
    }

    /** @param indexed how many of its parties find the row in their feed */
    void row(LogEntry entry, byte[] storedHash, int indexed) {
        subjectType = entry.subjectType();
        division = entry.division();
        boolean follows = entry.subjectVersion() == version + 1;
        if (!follows) {
            found(Kind.ROW_MISSING, version + 1);
        }
        if (!Arrays.equals(entry.hash(), storedHash)) {
            found(Kind.ROW_CHANGED, entry.subjectVersion());
        } else if (follows && !entry.continues(hash)) {
            found(Kind.CHAIN_BROKEN, entry.subjectVersion());
        }
        if (indexed < entry.parties().size()) {
            found(Kind.PARTY_NOT_INDEXED, entry.subjectVersion());
        }
        version = entry.subjectVersion();
        hash = storedHash;
    }

    List<Finding> compare(@Nullable ChainHead head) {
        if (head == null) {
            found(Kind.SUBJECT_MISSING, null);
            return findings;
        }
        subjectType = head.subjectType();
        division = head.division();
        if (version < head.version()) {
            found(Kind.LAST_ROW_MISSING, version + 1);
        } else if (version > head.version()) {
            found(Kind.ROW_INSERTED, head.version() + 1);
        } else if (!Arrays.equals(hash, head.hash())) {
            found(Kind.HEAD_DIFFERS, version);
        }
        return findings;
    }

    String division() {
        return division;
    }

    private void found(Kind kind, @Nullable Long at) {
        findings.add(new Finding(kind, subject, subjectType, at, division));
    }
}
