package org.pengjiang.note;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * A profile of its own gives a registry of its own: a service that only starts again in the same machine meets the gauges
 * of its predecessor there, and its own are ignored.
 */
public class Alone implements QuarkusTestProfile {}
