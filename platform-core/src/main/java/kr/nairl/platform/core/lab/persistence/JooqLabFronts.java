package kr.nairl.platform.core.lab.persistence;

import static kr.nairl.platform.core.sql.Tables.LAB;
import static kr.nairl.platform.core.sql.Tables.ORGANISATION;
import static kr.nairl.platform.core.sql.Tables.RESEARCHER;
import static kr.nairl.platform.core.sql.Tables.SUB_PROJECT;
import static kr.nairl.platform.core.sql.Tables.SUB_PROJECT_INSTITUTION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;

import java.util.List;
import java.util.Optional;
import kr.nairl.platform.core.lab.LabFront;
import kr.nairl.platform.core.lab.LabFronts;
import kr.nairl.platform.core.lab.Lobby;
import kr.nairl.platform.core.shared.LocalizedText;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Functions;
import org.jooq.Record1;
import org.jooq.Records;
import org.jooq.SelectField;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Component
class JooqLabFronts implements LabFronts {

    private final DSLContext sql;
    private final JsonMapper json;

    JooqLabFronts(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public Optional<LabFront> lab() {
        return sql.selectFrom(LAB)
                .fetchOptional(lab -> new LabFront(
                        lab.getAcronym(),
                        LocalizedText.of(lab.getNameKo(), lab.getNameEn()),
                        LocalizedText.of(lab.getAddressKo(), lab.getAddressEn()),
                        LocalizedText.of(lab.getDirectorKo(), lab.getDirectorEn()),
                        LocalizedText.of(lab.getHeadlineKo(), lab.getHeadlineEn()),
                        LocalizedText.of(lab.getLeadKo(), lab.getLeadEn()),
                        LocalizedText.of(lab.getBannerKo(), lab.getBannerEn()),
                        offers(lab.getOffer().data()),
                        lab.getBrandColour()));
    }

    @Override
    public Lobby lobby() {
        return sql.select(row(
                                multiset(select(
                                                        SUB_PROJECT.NUMBER.convertFrom(Short::intValue),
                                                        text(SUB_PROJECT.TITLE_KO, SUB_PROJECT.TITLE_EN),
                                                        text(SUB_PROJECT.SUMMARY_KO, SUB_PROJECT.SUMMARY_EN),
                                                        row(
                                                                        RESEARCHER.SLUG,
                                                                        text(RESEARCHER.NAME_KO, RESEARCHER.NAME_EN))
                                                                .mapping(Functions.nullOnAnyNull(
                                                                        Lobby.Investigator::new)),
                                                        multiset(select(text(
                                                                                ORGANISATION.NAME_KO,
                                                                                ORGANISATION.NAME_EN))
                                                                        .from(SUB_PROJECT_INSTITUTION)
                                                                        .join(ORGANISATION)
                                                                        .onKey(SUB_PROJECT_INSTITUTION.ORGANISATION_ID)
                                                                        .where(
                                                                                SUB_PROJECT_INSTITUTION.SUB_PROJECT_ID
                                                                                        .eq(SUB_PROJECT.ID))
                                                                        .orderBy(
                                                                                SUB_PROJECT_INSTITUTION.POSITION,
                                                                                ORGANISATION.ID))
                                                                .convertFrom(rows -> rows.map(Record1::value1)))
                                                .from(SUB_PROJECT)
                                                .leftJoin(RESEARCHER)
                                                .on(RESEARCHER.ID.eq(SUB_PROJECT.PRINCIPAL_INVESTIGATOR_ID))
                                                .orderBy(SUB_PROJECT.NUMBER))
                                        .convertFrom(rows -> rows.map(Records.mapping(Lobby.SubProject::new))),
                                multiset(select(
                                                        ORGANISATION.SLUG,
                                                        text(ORGANISATION.NAME_KO, ORGANISATION.NAME_EN),
                                                        text(ORGANISATION.SECTOR_KO, ORGANISATION.SECTOR_EN),
                                                        ORGANISATION.FICTIONAL)
                                                .from(ORGANISATION)
                                                .where(ORGANISATION.PARTNER.isTrue(), ORGANISATION.STATUS.eq("ACTIVE"))
                                                .orderBy(
                                                        ORGANISATION.FICTIONAL,
                                                        coalesce(ORGANISATION.NAME_KO, ORGANISATION.NAME_EN),
                                                        ORGANISATION.ID))
                                        .convertFrom(rows -> rows.map(Records.mapping(Lobby.Partner::new))),
                                field(selectCount().from(RESEARCHER).where(RESEARCHER.RETIRED_AT.isNull())))
                        .mapping(Lobby::new))
                .fetchSingle()
                .value1();
    }

    private List<LabFront.Offer> offers(String stored) {
        return json.readTree(stored).values().stream()
                .map(offer -> new LabFront.Offer(text(offer.path("title")), text(offer.path("text"))))
                .toList();
    }

    private static LocalizedText text(JsonNode node) {
        return LocalizedText.of(node.path("ko").asString(null), node.path("en").asString(null));
    }

    private static SelectField<LocalizedText> text(Field<String> ko, Field<String> en) {
        return row(ko, en).mapping(LocalizedText::of);
    }
}
