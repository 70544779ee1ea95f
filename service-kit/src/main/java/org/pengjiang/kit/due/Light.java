package org.pengjiang.kit.due;

/** How a due stands, from good to bad. */
public enum Light {
    GREEN,
    YELLOW,
    RED
}
