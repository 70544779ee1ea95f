/** Writes into the OpenAPI documents what every operation shares: refusals, headers, examples, the catalogue of codes. */
@NullMarked
package org.pengjiang.kit.openapi;

import org.jspecify.annotations.NullMarked;
