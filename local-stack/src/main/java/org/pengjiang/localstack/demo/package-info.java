/** The demo district: fictional teams and projects whose totals are the district's published ones, loaded over REST. */
@NullMarked
package org.pengjiang.localstack.demo;

import org.jspecify.annotations.NullMarked;
