/** Who invests: entered once per district, identified by number, and with a second person where a number fails its check. */
@NullMarked
package org.pengjiang.project.investors;

import org.jspecify.annotations.NullMarked;
