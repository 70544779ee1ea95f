/** The real Keycloak with the realm of the demo personas, in place of the small issuer. */
@NullMarked
package org.pengjiang.localstack.keycloak;

import org.jspecify.annotations.NullMarked;
