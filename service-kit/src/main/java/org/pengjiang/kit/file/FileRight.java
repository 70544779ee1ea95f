package org.pengjiang.kit.file;

/** How much of a file somebody gets. */
public enum FileRight {
    /** As it was handed in. */
    ORIGINAL,
    /** For outsiders: a JPEG or a PNG without what the camera has noted but its orientation, no HEIC, the rest as it was handed in. */
    STRIPPED,
    /** As STRIPPED, under a name that says nothing, and without who has handed it in: for offices that do not learn who that is. */
    UNNAMED,
    /** For this caller there is no such file. */
    NONE
}
