/** A small OpenID Connect issuer for the fictional personas of the realm file; for one machine, never for a network. */
@NullMarked
package org.pengjiang.localstack.issuer;

import org.jspecify.annotations.NullMarked;
