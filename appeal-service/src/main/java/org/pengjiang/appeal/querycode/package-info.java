/** How an appeal stands, for whoever has its number and query code and no account. */
@NullMarked
package org.pengjiang.appeal.querycode;

import org.jspecify.annotations.NullMarked;
