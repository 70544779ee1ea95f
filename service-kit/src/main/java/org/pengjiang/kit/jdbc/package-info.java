/** One set of settings for every connection to the database, whoever opens it. */
@org.jspecify.annotations.NullMarked
package org.pengjiang.kit.jdbc;
