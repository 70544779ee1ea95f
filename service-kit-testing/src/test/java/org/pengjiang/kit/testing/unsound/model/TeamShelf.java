package org.pengjiang.kit.testing.unsound.model;

class TeamShelf {}
