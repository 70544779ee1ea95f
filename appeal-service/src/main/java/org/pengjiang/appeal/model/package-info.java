/** The appeal, its states and its clocks, with the rules that hold whoever asks. */
@NullMarked
package org.pengjiang.appeal.model;

import org.jspecify.annotations.NullMarked;
