/** A note and what happens to it. */
package org.pengjiang.note.notes.model;
