/** What {@code ./suite} runs: one process that starts the servers and services, watches them and stops them in order. */
@NullMarked
package org.pengjiang.localstack.launcher;

import org.jspecify.annotations.NullMarked;
