/** Notes: written, resized, described, listed. */
package org.pengjiang.note.notes;
