package org.pengjiang.kit.due;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a due stands, from good to bad. */
@Schema(name = "DueLight")
public enum Light {
    GREEN,
    YELLOW,
    RED
}
