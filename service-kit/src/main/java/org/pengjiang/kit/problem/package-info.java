/** Every refusal as RFC 9457 problem+json, from one catalogue of codes, in Chinese and English. */
@NullMarked
package org.pengjiang.kit.problem;

import org.jspecify.annotations.NullMarked;
