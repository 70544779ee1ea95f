package org.pengjiang.appeal.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.pengjiang.appeal.model.publication.ProposePublication;
import org.pengjiang.appeal.model.publication.PublicationKind;
import org.pengjiang.appeal.model.publication.PublicationProposal;
import org.pengjiang.appeal.model.publication.Publisher;
import org.pengjiang.kit.identity.Caller;
import org.pengjiang.kit.jdbc.Jdbc;

/** Adds a version of the catalogue once a second person has confirmed it. No version is ever edited. */
@ApplicationScoped
class PublishCatalogue implements Publisher {
    /** With every column that a category has, also those that nobody publishes here. */
    private static final String GOES_ON = """
            INSERT INTO category SELECT (jsonb_populate_record(c, jsonb_build_object('version', ?, 'valid_from', ?))).*
            FROM category c WHERE c.version = ? AND c.code <> ALL (?)""";

    private static final String CHANGED = """
            INSERT INTO category SELECT (jsonb_populate_record(c, jsonb_build_object('version', ?, 'valid_from', ?,
                'name_zh', ?, 'name_en', ?, 'time_class', ?, 'rated', ?, 'assumption', ?))).*
            FROM category c WHERE c.version = ? AND c.code = ?""";
    private static final String ADDED = """
            INSERT INTO category (version, valid_from, name_zh, name_en, time_class, rated, assumption, position, code)
            SELECT ?, ?, ?, ?, ?, ?, ?, max(position) + 1, ? FROM category WHERE version = ?""";

    /** What people call the matters of a category goes on with it. */
    private static final String TERMS = """
            INSERT INTO category_term (version, code, term)
            SELECT c.version, c.code, t.term FROM category_term t JOIN category c ON c.code = t.code
            WHERE t.version = ? AND c.version = ?""";

    private final ProposePublication proposals;
    private final NewCatalogueCheck check;
    private final Jdbc jdbc;

    PublishCatalogue(ProposePublication proposals, NewCatalogueCheck check, DataSource database) {
        this.proposals = proposals;
        this.check = check;
        this.jdbc = Jdbc.of(database);
    }

    @Override
    public PublicationKind kind() {
        return PublicationKind.CATALOGUE;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void publish(PublicationProposal confirmed, Caller confirmedBy) {
        NewCatalogue wanted = proposals.content(confirmed, NewCatalogue.class);
        CataloguePreview effect = check.read(wanted);
        int before = effect.follows();
        int version = before + 1;
        List<String> notAsBefore = Stream.concat(effect.changed().stream(), effect.retired().stream())
                .toList();
        jdbc.update(GOES_ON, version, wanted.validFrom(), before, notAsBefore);
        for (NewCatalogue.NewCategory category : wanted.changed()) {
            if (effect.changed().contains(category.code())) {
                jdbc.update(
                        CHANGED,
                        version,
                        wanted.validFrom(),
                        category.nameZh(),
                        category.nameEn(),
                        category.timeClass().name(),
                        category.rated(),
                        category.isAssumption(),
                        before,
                        category.code());
            } else {
                jdbc.update(
                        ADDED,
                        version,
                        wanted.validFrom(),
                        category.nameZh(),
                        category.nameEn(),
                        category.timeClass().name(),
                        category.rated(),
                        category.isAssumption(),
                        category.code(),
                        before);
            }
        }
        jdbc.update(TERMS, before, version);
    }
}
