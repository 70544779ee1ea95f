/** Opens an appeal for a command. */
@NullMarked
package org.pengjiang.appeal.model.command;

import org.jspecify.annotations.NullMarked;
