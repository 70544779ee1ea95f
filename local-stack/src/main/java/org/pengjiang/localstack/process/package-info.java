/** Child processes that die with their launcher, and the operating system's rules they live by. */
@NullMarked
package org.pengjiang.localstack.process;

import org.jspecify.annotations.NullMarked;
