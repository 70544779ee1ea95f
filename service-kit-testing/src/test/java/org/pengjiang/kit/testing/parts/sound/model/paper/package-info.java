/** A fixture. */
@org.jspecify.annotations.NullMarked
package org.pengjiang.kit.testing.parts.sound.model.paper;
