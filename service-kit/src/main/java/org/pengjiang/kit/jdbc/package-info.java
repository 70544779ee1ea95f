/** What connections and statements share: one set of settings whoever connects, and conditions made of parts. */
@org.jspecify.annotations.NullMarked
package org.pengjiang.kit.jdbc;
