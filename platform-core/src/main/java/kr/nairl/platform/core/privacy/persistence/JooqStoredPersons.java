package kr.nairl.platform.core.privacy.persistence;

import static kr.nairl.platform.core.sql.Tables.CONSENT_RECORD;
import static kr.nairl.platform.core.sql.Tables.ERASED_ACCOUNT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kr.nairl.platform.core.privacy.PersonalData;
import kr.nairl.platform.core.privacy.StoredPersons;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.sql.Routines;
import kr.nairl.platform.core.sql.Tables;
import kr.nairl.platform.core.sql.tables.HeldBy;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Component
class JooqStoredPersons implements StoredPersons {

    /** As people look for it; what the database adds comes after. */
    private static final List<String> ORDER = List.of(
            "account",
            "consents",
            "memberships",
            "invitations",
            "applications",
            "researcher",
            "results",
            "updates",
            "interests",
            "requests",
            "steps",
            "follows",
            "notifications",
            "mails",
            "files",
            "ndas",
            "openings",
            "audit");

    private final DSLContext sql;
    private final JsonMapper json;

    JooqStoredPersons(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public PersonalData data(PersonId person) {
        JSONB stored =
                sql.select(Routines.ownData(person.value())).fetchSingle().value1();
        JsonNode all = json.readTree(stored.data());
        List<String> names = new ArrayList<>(ORDER);
        all.propertyNames().stream().filter(name -> !names.contains(name)).forEach(names::add);
        ObjectNode ordered = json.createObjectNode();
        ArrayNode consents = json.createArrayNode();
        sql.select(CONSENT_RECORD.PURPOSE, CONSENT_RECORD.TEXT_VERSION, CONSENT_RECORD.GIVEN, CONSENT_RECORD.AT)
                .from(CONSENT_RECORD)
                .where(CONSENT_RECORD.PERSON_ID.eq(person))
                .orderBy(CONSENT_RECORD.SEQUENCE)
                .forEach(row -> consents.addObject()
                        .put("purpose", row.get(CONSENT_RECORD.PURPOSE))
                        .put("version", row.get(CONSENT_RECORD.TEXT_VERSION))
                        .put("given", row.get(CONSENT_RECORD.GIVEN))
                        .put("at", row.get(CONSENT_RECORD.AT).toString()));
        ((ObjectNode) all).set("consents", consents);
        names.forEach(name -> ordered.set(name, all.path(name).isArray() ? all.get(name) : json.createArrayNode()));
        return new PersonalData(
                names.stream()
                        .map(name -> new PersonalData.Section(name, entries(ordered.get(name))))
                        .toList(),
                json.writerWithDefaultPrettyPrinter().writeValueAsString(ordered));
    }

    private static List<Map<String, String>> entries(JsonNode section) {
        List<Map<String, String>> entries = new ArrayList<>();
        section.forEach(entry -> {
            Map<String, String> fields = new LinkedHashMap<>();
            entry.properties().forEach(field -> {
                if (!field.getValue().isNull() && !field.getValue().asString().isBlank()) {
                    fields.put(field.getKey(), field.getValue().asString());
                }
            });
            entries.add(fields);
        });
        return entries;
    }

    @Override
    public List<LocalizedText> heldBy(PersonId person) {
        HeldBy held = Tables.HELD_BY(person.value());
        return sql.selectFrom(held).fetch(row -> LocalizedText.of(row.get(held.NAME_KO), row.get(held.NAME_EN)));
    }

    @Override
    public Optional<UUID> erase(PersonId person, Instant now) {
        sql.deleteFrom(CONSENT_RECORD)
                .where(CONSENT_RECORD.PERSON_ID.eq(person))
                .execute();
        return Optional.ofNullable(Routines.erasePerson(sql.configuration(), person.value(), now));
    }

    @Override
    public List<String> erasedAccounts() {
        return sql.select(ERASED_ACCOUNT.SUBJECT)
                .from(ERASED_ACCOUNT)
                .orderBy(ERASED_ACCOUNT.ERASED_AT)
                .fetch(ERASED_ACCOUNT.SUBJECT);
    }

    @Override
    public void forget(String subject) {
        sql.deleteFrom(ERASED_ACCOUNT).where(ERASED_ACCOUNT.SUBJECT.eq(subject)).execute();
    }
}
