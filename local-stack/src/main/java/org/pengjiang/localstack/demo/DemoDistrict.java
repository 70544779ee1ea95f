package org.pengjiang.localstack.demo;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.pengjiang.localstack.client.SuiteClient;

/** Loads the demo district chapter by chapter, in an order in which each chapter finds what it rests on. */
public final class DemoDistrict {

    /** One part of the demo data; {@code services} maps module names to base addresses. */
    interface Chapter {
        String title();

        void tell(SuiteClient suite, Map<String, URI> services);
    }

    private static final List<Chapter> CHAPTERS = List.of();

    private DemoDistrict() {}

    /** @return whether there was anything to load */
    public static boolean load(URI tokenEndpoint, Map<String, URI> services, Consumer<String> progress) {
        for (Chapter chapter : CHAPTERS) {
            progress.accept(chapter.title());
            URI first = services.values().iterator().next();
            chapter.tell(SuiteClient.of(tokenEndpoint, first), services);
        }
        return !CHAPTERS.isEmpty();
    }
}
