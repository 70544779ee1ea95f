/** What a project is and which rules it obeys; knows the database, but neither HTTP nor Kafka. */
@NullMarked
package org.pengjiang.project.model;

import org.jspecify.annotations.NullMarked;
