/** The demo district, told to the running suite over REST as its personas would. */
@NullMarked
package org.pengjiang.localstack.demo;

import org.jspecify.annotations.NullMarked;
