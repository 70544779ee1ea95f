/** Values every service speaks: codes, money, areas, phone numbers. Plain Java. */
@org.jspecify.annotations.NullMarked
package org.pengjiang.identifiers;
