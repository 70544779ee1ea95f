package org.pengjiang.kit.crypto.rotation;

/** What becomes of rows that lie under an older key. */
public enum Treatment {
    /** The sweep seals them again under the newest key. */
    RESEALED,
    /** They are deleted by age before that would be worth it. */
    EXPIRES,
    /** They are never changed, because a hash covers them: the key they lie under has to be kept. */
    KEPT
}
