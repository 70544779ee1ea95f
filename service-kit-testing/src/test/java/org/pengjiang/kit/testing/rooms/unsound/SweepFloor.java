package org.pengjiang.kit.testing.rooms.unsound;

public class SweepFloor {}
