package org.pengjiang.kit.testing.sound.writing;

class OpenBook {}
