package org.pengjiang.appeal.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.pengjiang.appeal.model.catalogue.Categories;
import org.pengjiang.appeal.model.catalogue.Category;
import org.pengjiang.appeal.model.policy.TimeClass;
import org.pengjiang.kit.search.TextSimilarity;

/** Proposes three categories for a text: those whose names and terms it holds, or holds the most of. */
@ApplicationScoped
class FindCategories {
    private static final int SHOWN = 3;
    private static final int WHOLE = 100;

    private final Categories categories;

    FindCategories(Categories categories) {
        this.categories = categories;
    }

    private record Scored(Category category, List<String> terms, int score) {}

    List<CategoryCandidates.Candidate> find(CategorySearch said) {
        TextSimilarity text = TextSimilarity.of(said.text());
        Map<String, List<String>> terms = categories.terms();
        return categories.inForce().stream()
                .map(category -> scored(category, terms.getOrDefault(category.code(), List.of()), text))
                .filter(scored -> scored.score() > 0)
                // the order of the catalogue decides between equals
                .sorted(Comparator.comparing(Scored::score).reversed())
                .limit(SHOWN)
                .map(scored -> new CategoryCandidates.Candidate(
                        scored.category().code(),
                        scored.category().nameZh(),
                        scored.category().nameEn(),
                        TimeClass.of(
                                said.urgencyOrOrdinary(),
                                said.natureOrHelp(),
                                scored.category().timeClass()),
                        scored.terms()))
                .toList();
    }

    /** Each whole term counts; without one, the best part of one does. */
    private static Scored scored(Category category, List<String> terms, TextSimilarity text) {
        List<String> whole =
                terms.stream().filter(term -> text.percentHeld(term) == WHOLE).toList();
        int best = Math.max(
                text.percentHeld(category.nameZh()),
                terms.stream().mapToInt(text::percentHeld).max().orElse(0));
        return new Scored(category, whole, WHOLE * whole.size() + best);
    }
}
