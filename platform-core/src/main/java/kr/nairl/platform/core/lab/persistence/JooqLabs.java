package kr.nairl.platform.core.lab.persistence;

import static kr.nairl.platform.core.sql.Tables.LAB;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.nairl.platform.core.lab.Lab;
import kr.nairl.platform.core.lab.Labs;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.sql.tables.records.LabRecord;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Component
class JooqLabs implements Labs {

    private final DSLContext sql;
    private final JsonMapper json;

    JooqLabs(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public Optional<Lab> find() {
        return sql.selectFrom(LAB)
                .fetchOptional(row -> new Lab(
                        row.getAcronym(),
                        LocalizedText.of(row.getNameKo(), row.getNameEn()),
                        LocalizedText.of(row.getAddressKo(), row.getAddressEn()),
                        LocalizedText.of(row.getDirectorKo(), row.getDirectorEn()),
                        LocalizedText.of(row.getHeadlineKo(), row.getHeadlineEn()),
                        LocalizedText.of(row.getLeadKo(), row.getLeadEn()),
                        LocalizedText.of(row.getBannerKo(), row.getBannerEn()),
                        offer(row.getOffer()),
                        row.getBrandColour(),
                        row.getVersion()));
    }

    @Override
    public void add(Lab lab) {
        sql.insertInto(LAB).set(row(lab).setId(UUID.randomUUID()).setVersion(0)).execute();
    }

    @Override
    public boolean change(Lab lab) {
        return sql.update(LAB)
                        .set(row(lab).setVersion(lab.version() + 1))
                        .where(LAB.VERSION.eq(lab.version()))
                        .execute()
                > 0;
    }

    private LabRecord row(Lab lab) {
        return new LabRecord()
                .setAcronym(lab.acronym())
                .setNameKo(lab.name().ko())
                .setNameEn(lab.name().en())
                .setAddressKo(lab.address().ko())
                .setAddressEn(lab.address().en())
                .setDirectorKo(lab.director().ko())
                .setDirectorEn(lab.director().en())
                .setHeadlineKo(lab.headline().ko())
                .setHeadlineEn(lab.headline().en())
                .setLeadKo(lab.lead().ko())
                .setLeadEn(lab.lead().en())
                .setBannerKo(lab.banner().ko())
                .setBannerEn(lab.banner().en())
                .setOffer(offer(lab.offer()))
                .setBrandColour(lab.brandColour());
    }

    private JSONB offer(List<Lab.OfferPoint> offer) {
        ArrayNode points = json.createArrayNode();
        for (Lab.OfferPoint point : offer) {
            ObjectNode stored = points.addObject();
            put(stored.putObject("title"), point.title());
            put(stored.putObject("text"), point.text());
        }
        return JSONB.valueOf(points.toString());
    }

    private List<Lab.OfferPoint> offer(JSONB stored) {
        List<Lab.OfferPoint> points = new ArrayList<>();
        for (JsonNode point : json.readTree(stored.data())) {
            points.add(new Lab.OfferPoint(text(point.path("title")), text(point.path("text"))));
        }
        return points;
    }

    private static void put(ObjectNode stored, LocalizedText text) {
        stored.put("ko", text.ko()).put("en", text.en());
    }

    private static LocalizedText text(JsonNode stored) {
        return LocalizedText.of(
                stored.path("ko").asString(null), stored.path("en").asString(null));
    }
}
