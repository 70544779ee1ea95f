/** Operations that work until a test lets them end. */
package org.pengjiang.note.gates;
