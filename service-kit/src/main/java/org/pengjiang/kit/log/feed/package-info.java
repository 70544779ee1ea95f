/** The log as a feed for mobile clients and partners: from a cursor on, what this caller may see, nothing skipped. */
@NullMarked
package org.pengjiang.kit.log.feed;

import org.jspecify.annotations.NullMarked;
