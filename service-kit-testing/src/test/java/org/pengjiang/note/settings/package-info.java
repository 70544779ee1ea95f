/** What a division decides about notes. */
package org.pengjiang.note.settings;
