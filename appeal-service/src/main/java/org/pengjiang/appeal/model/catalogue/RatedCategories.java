package org.pengjiang.appeal.model.catalogue;

/** Whether an enterprise rates how a matter of a category was handled; enforcement is judged by law. */
@FunctionalInterface
public interface RatedCategories {
    boolean isRated(int catalogueVersion, String code);
}
