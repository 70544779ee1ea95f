package org.pengjiang.kit.testing.unsound.model;

record Label(String text) {
    @Override
    public String toString() {
        return text.strip();
    }
}
