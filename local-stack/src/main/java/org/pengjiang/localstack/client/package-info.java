/** A small client of the running suite: for the demo district, the system tests and the benchmarks. */
@NullMarked
package org.pengjiang.localstack.client;

import org.jspecify.annotations.NullMarked;
