package org.pengjiang.kit.testing.rooms.unsound.bindery;

public class BindBook {}
