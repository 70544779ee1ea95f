/** Operations that take or answer what the kit's surface has to bear. */
package org.pengjiang.note.surface;
