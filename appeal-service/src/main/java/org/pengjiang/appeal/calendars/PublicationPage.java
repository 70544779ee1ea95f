package org.pengjiang.appeal.calendars;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a page of publications reads in the OpenAPI document; the answer itself is the kit's page. */
@Schema(name = "CalendarPublicationPage")
record PublicationPage(List<PublicationView> items, Optional<String> next) {}
