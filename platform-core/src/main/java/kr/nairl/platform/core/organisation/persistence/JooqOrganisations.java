package kr.nairl.platform.core.organisation.persistence;

import static kr.nairl.platform.core.organisation.persistence.Texts.text;
import static kr.nairl.platform.core.sql.Tables.INTEREST;
import static kr.nairl.platform.core.sql.Tables.KEPT_FIELDS;
import static kr.nairl.platform.core.sql.Tables.ORGANISATION;
import static kr.nairl.platform.core.sql.Tables.PROFILE_FIELD;
import static kr.nairl.platform.core.sql.Tables.PROFILE_ITEM;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.nairl.platform.core.organisation.Ladder;
import kr.nairl.platform.core.organisation.OrganisationCard;
import kr.nairl.platform.core.organisation.OrganisationFilter;
import kr.nairl.platform.core.organisation.OrganisationKind;
import kr.nairl.platform.core.organisation.OrganisationProfile;
import kr.nairl.platform.core.organisation.OrganisationStatus;
import kr.nairl.platform.core.organisation.Organisations;
import kr.nairl.platform.core.organisation.ProfileEdit;
import kr.nairl.platform.core.organisation.ProfileField;
import kr.nairl.platform.core.organisation.ProfileItem;
import kr.nairl.platform.core.organisation.RegistrationNumber;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.SearchKey;
import kr.nairl.platform.core.sql.Routines;
import kr.nairl.platform.core.sql.tables.records.OrganisationRecord;
import kr.nairl.platform.core.sql.tables.records.ProfileFieldRecord;
import kr.nairl.platform.core.sql.tables.records.ProfileItemRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class JooqOrganisations implements Organisations {

    private static final Field<List<ProfileItem>> ITEMS = DSL.multiset(DSL.select(
                            PROFILE_ITEM.KIND,
                            PROFILE_ITEM.NAME_KO,
                            PROFILE_ITEM.NAME_EN,
                            PROFILE_ITEM.DETAIL_KO,
                            PROFILE_ITEM.DETAIL_EN,
                            PROFILE_ITEM.URL,
                            PROFILE_ITEM.AUDIENCE)
                    .from(PROFILE_ITEM)
                    .where(PROFILE_ITEM.ORGANISATION_ID.eq(ORGANISATION.ID))
                    .orderBy(PROFILE_ITEM.POSITION, PROFILE_ITEM.ID))
            .as("items")
            .convertFrom(rows -> rows.map(row -> new ProfileItem(
                    ProfileItem.Kind.valueOf(row.get(PROFILE_ITEM.KIND)),
                    text(row, PROFILE_ITEM.NAME_KO, PROFILE_ITEM.NAME_EN),
                    text(row, PROFILE_ITEM.DETAIL_KO, PROFILE_ITEM.DETAIL_EN),
                    row.get(PROFILE_ITEM.URL),
                    Audience.valueOf(row.get(PROFILE_ITEM.AUDIENCE)))));

    private static final Field<List<Narrowed>> NARROWED = DSL.multiset(DSL.select(
                            PROFILE_FIELD.FIELD,
                            PROFILE_FIELD.AUDIENCE,
                            PROFILE_FIELD.KO,
                            PROFILE_FIELD.EN,
                            PROFILE_FIELD.PLAIN)
                    .from(PROFILE_FIELD)
                    .where(PROFILE_FIELD.ORGANISATION_ID.eq(ORGANISATION.ID)))
            .as("narrowed")
            .convertFrom(rows -> rows.map(row -> new Narrowed(
                    ProfileField.valueOf(row.get(PROFILE_FIELD.FIELD)),
                    Audience.valueOf(row.get(PROFILE_FIELD.AUDIENCE)),
                    text(row, PROFILE_FIELD.KO, PROFILE_FIELD.EN),
                    row.get(PROFILE_FIELD.PLAIN))));

    private static final Field<UUID> OWNER = ORGANISATION.ID.coerce(UUID.class);

    /** A field that stands beside its profile, since fewer may see it. */
    private record Narrowed(
            ProfileField field,
            Audience audience,
            LocalizedText text,
            @Nullable String plain) {}

    private final DSLContext sql;

    JooqOrganisations(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Page<OrganisationCard> search(
            Actor reader, OrganisationFilter filter, OrganisationStatus status, PageRequest page, Instant now) {
        Condition wanted = wanted(reader, filter, status);
        Field<Integer> openInterests = openInterests(now);
        int total = sql.fetchCount(ORGANISATION, wanted);
        return new Page<>(
                sql.select(
                                ORGANISATION.ID,
                                ORGANISATION.SLUG,
                                ORGANISATION.KIND,
                                ORGANISATION.NAME_KO,
                                ORGANISATION.NAME_EN,
                                ORGANISATION.SECTOR_KO,
                                ORGANISATION.SECTOR_EN,
                                ORGANISATION.SUMMARY_KO,
                                ORGANISATION.SUMMARY_EN,
                                ORGANISATION.COUNTRY,
                                ORGANISATION.PARTNER,
                                ORGANISATION.PARTNER_SINCE,
                                ORGANISATION.FICTIONAL,
                                ORGANISATION.LOGO_FILE_ID,
                                openInterests)
                        .from(ORGANISATION)
                        .where(wanted)
                        .orderBy(
                                ORGANISATION.PARTNER.desc(),
                                Texts.byName(ORGANISATION.NAME_EN, ORGANISATION.NAME_KO),
                                ORGANISATION.ID)
                        .limit(page.limit())
                        .offset(page.offset())
                        .fetch(row -> new OrganisationCard(
                                row.get(ORGANISATION.ID),
                                row.get(ORGANISATION.SLUG),
                                OrganisationKind.valueOf(row.get(ORGANISATION.KIND)),
                                text(row, ORGANISATION.NAME_KO, ORGANISATION.NAME_EN),
                                text(row, ORGANISATION.SECTOR_KO, ORGANISATION.SECTOR_EN),
                                text(row, ORGANISATION.SUMMARY_KO, ORGANISATION.SUMMARY_EN),
                                row.get(ORGANISATION.COUNTRY),
                                row.get(ORGANISATION.PARTNER),
                                Texts.year(row.get(ORGANISATION.PARTNER_SINCE)),
                                row.get(ORGANISATION.FICTIONAL),
                                row.get(ORGANISATION.LOGO_FILE_ID),
                                row.get(openInterests))),
                total);
    }

    @Override
    public Optional<OrganisationProfile> profile(Actor reader, String slug, Instant now) {
        return profile(reader, ORGANISATION.SLUG.eq(slug), now);
    }

    @Override
    public Optional<OrganisationProfile> profile(Actor reader, OrganisationId id, Instant now) {
        return profile(reader, ORGANISATION.ID.eq(id), now);
    }

    @Override
    public boolean change(OrganisationId id, ProfileEdit edit, Set<ProfileField> kept, int version, Instant now) {
        OrganisationRecord row = new OrganisationRecord()
                .setNameKo(edit.name().ko())
                .setNameEn(edit.name().en())
                .setCountry(edit.country())
                .setFounded(seenWithProfile(edit, ProfileField.FOUNDED) ? Texts.stored(edit.founded()) : null)
                .setWebsite(seenWithProfile(edit, ProfileField.WEBSITE) ? edit.website() : null)
                .setSectorKo(beside(edit, ProfileField.SECTOR, edit.sector()).ko())
                .setSectorEn(beside(edit, ProfileField.SECTOR, edit.sector()).en())
                .setSummaryKo(beside(edit, ProfileField.SUMMARY, edit.summary()).ko())
                .setSummaryEn(beside(edit, ProfileField.SUMMARY, edit.summary()).en())
                .setDescriptionKo(beside(edit, ProfileField.DESCRIPTION, edit.description())
                        .ko())
                .setDescriptionEn(beside(edit, ProfileField.DESCRIPTION, edit.description())
                        .en())
                .setAddressKo(beside(edit, ProfileField.ADDRESS, edit.address()).ko())
                .setAddressEn(beside(edit, ProfileField.ADDRESS, edit.address()).en())
                .setProfileAudience(audience(edit).name())
                // whoever may not read the sector does not find by it either
                .setSearchKey(searchKey(edit.name(), beside(edit, ProfileField.SECTOR, edit.sector())))
                .setUpdatedAt(now)
                .setVersion(version + 1);
        boolean current = sql.update(ORGANISATION)
                        .set(row)
                        .where(ORGANISATION.ID.eq(id), ORGANISATION.VERSION.eq(version))
                        .execute()
                > 0;
        if (current) {
            replaceItems(id, edit.items());
            replaceNarrowed(id, edit, kept);
        }
        return current;
    }

    @Override
    public Set<ProfileField> kept(OrganisationId id) {
        Set<ProfileField> kept = EnumSet.noneOf(ProfileField.class);
        sql.selectFrom(KEPT_FIELDS(id.value()))
                .forEach(row -> kept.add(ProfileField.valueOf(row.get(0, String.class))));
        return kept;
    }

    private static boolean seenWithProfile(ProfileEdit edit, ProfileField field) {
        return edit.audience(field) == Audience.PUBLIC;
    }

    /** The text as it stands in the profile's own row: nothing where fewer may see it. */
    private static LocalizedText beside(ProfileEdit edit, ProfileField field, LocalizedText text) {
        return seenWithProfile(edit, field) ? text : LocalizedText.EMPTY;
    }

    private void replaceNarrowed(OrganisationId id, ProfileEdit edit, Set<ProfileField> kept) {
        sql.deleteFrom(PROFILE_FIELD)
                .where(PROFILE_FIELD.ORGANISATION_ID.eq(id))
                .and(PROFILE_FIELD.FIELD.notIn(
                        kept.stream().map(ProfileField::name).toList()))
                .execute();
        List<ProfileFieldRecord> rows = new ArrayList<>();
        edit.audiences().forEach((field, audience) -> {
            if (!kept.contains(field)) {
                rows.add(narrowed(edit, field).setOrganisationId(id).setAudience(audience.name()));
            }
        });
        if (!rows.isEmpty()) {
            sql.insertInto(PROFILE_FIELD).set(rows).execute();
        }
    }

    private static ProfileFieldRecord narrowed(ProfileEdit edit, ProfileField field) {
        ProfileFieldRecord row = new ProfileFieldRecord().setField(field.name());
        return switch (field) {
            case SECTOR -> row.setKo(edit.sector().ko()).setEn(edit.sector().en());
            case SUMMARY -> row.setKo(edit.summary().ko()).setEn(edit.summary().en());
            case DESCRIPTION ->
                row.setKo(edit.description().ko()).setEn(edit.description().en());
            case ADDRESS -> row.setKo(edit.address().ko()).setEn(edit.address().en());
            case FOUNDED ->
                row.setPlain(edit.founded() == null ? null : edit.founded().toString());
            case WEBSITE -> row.setPlain(edit.website());
        };
    }

    @Override
    public Optional<Held> hold(OrganisationId id) {
        // NO KEY: rows that merely refer to the organisation need not wait.
        return sql.select(
                        ORGANISATION.ID,
                        ORGANISATION.KIND,
                        ORGANISATION.STATUS,
                        ORGANISATION.NAME_KO,
                        ORGANISATION.NAME_EN,
                        ORGANISATION.LOGO_FILE_ID)
                .from(ORGANISATION)
                .where(ORGANISATION.ID.eq(id))
                .forNoKeyUpdate()
                .fetchOptional(row -> new Held(
                        row.get(ORGANISATION.ID),
                        OrganisationKind.valueOf(row.get(ORGANISATION.KIND)),
                        OrganisationStatus.valueOf(row.get(ORGANISATION.STATUS)),
                        text(row, ORGANISATION.NAME_KO, ORGANISATION.NAME_EN),
                        row.get(ORGANISATION.LOGO_FILE_ID)));
    }

    @Override
    public Optional<OrganisationId> ofDomain(String emailDomain) {
        return Optional.ofNullable(Routines.ownerOfDomain(sql.configuration(), emailDomain))
                .map(OrganisationId::new);
    }

    @Override
    public Optional<OrganisationId> ofNumber(String country, RegistrationNumber number) {
        Condition register = ORGANISATION.REGISTRATION_KIND.eq(number.kind().name());
        return sql.select(ORGANISATION.ID)
                .from(ORGANISATION)
                .where(
                        number.kind() == RegistrationNumber.Kind.NATIONAL
                                ? register.and(ORGANISATION.COUNTRY.eq(country))
                                : register,
                        ORGANISATION.REGISTRATION_NUMBER.eq(number.value()))
                .fetchOptional(ORGANISATION.ID);
    }

    @Override
    public List<Identity> identities() {
        return sql.select(
                        ORGANISATION.ID,
                        ORGANISATION.SLUG,
                        ORGANISATION.KIND,
                        ORGANISATION.STATUS,
                        ORGANISATION.NAME_KO,
                        ORGANISATION.NAME_EN,
                        ORGANISATION.COUNTRY,
                        ORGANISATION.REGISTRATION_KIND,
                        ORGANISATION.REGISTRATION_NUMBER,
                        ORGANISATION.EMAIL_DOMAIN,
                        ORGANISATION.KEYCLOAK_ID)
                .from(ORGANISATION)
                .fetch(row -> new Identity(
                        row.get(ORGANISATION.ID),
                        row.get(ORGANISATION.SLUG),
                        OrganisationKind.valueOf(row.get(ORGANISATION.KIND)),
                        OrganisationStatus.valueOf(row.get(ORGANISATION.STATUS)),
                        text(row, ORGANISATION.NAME_KO, ORGANISATION.NAME_EN),
                        row.get(ORGANISATION.COUNTRY),
                        number(row),
                        row.get(ORGANISATION.EMAIL_DOMAIN),
                        row.get(ORGANISATION.KEYCLOAK_ID) != null));
    }

    private static @Nullable RegistrationNumber number(Record row) {
        String kind = row.get(ORGANISATION.REGISTRATION_KIND);
        return kind == null
                ? null
                : new RegistrationNumber(
                        RegistrationNumber.Kind.valueOf(kind), row.get(ORGANISATION.REGISTRATION_NUMBER));
    }

    @Override
    public Optional<OrganisationId> ofSlug(String slug) {
        return sql.select(ORGANISATION.ID)
                .from(ORGANISATION)
                .where(ORGANISATION.SLUG.eq(slug))
                .fetchOptional(ORGANISATION.ID);
    }

    @Override
    public Set<String> holdSlugs(String beginning) {
        sql.execute("SELECT pg_advisory_xact_lock(hashtext('platform.organisation.slug'))");
        return sql.select(ORGANISATION.SLUG)
                .from(ORGANISATION)
                .where(ORGANISATION.SLUG.startsWith(beginning))
                .fetchSet(ORGANISATION.SLUG);
    }

    @Override
    public void add(Founding founding, Instant now) {
        sql.insertInto(ORGANISATION)
                .set(ORGANISATION.ID, founding.id())
                .set(ORGANISATION.SLUG, founding.slug())
                .set(ORGANISATION.KIND, founding.kind().name())
                .set(ORGANISATION.STATUS, founding.status().name())
                .set(ORGANISATION.PARTNER, founding.partner())
                .set(ORGANISATION.PARTNER_SINCE, Texts.stored(founding.partnerSince()))
                .set(ORGANISATION.FICTIONAL, founding.fictional())
                .set(ORGANISATION.NAME_KO, founding.name().ko())
                .set(ORGANISATION.NAME_EN, founding.name().en())
                .set(ORGANISATION.COUNTRY, founding.country())
                .set(
                        ORGANISATION.REGISTRATION_KIND,
                        founding.number() == null
                                ? null
                                : founding.number().kind().name())
                .set(
                        ORGANISATION.REGISTRATION_NUMBER,
                        founding.number() == null ? null : founding.number().value())
                .set(ORGANISATION.WEBSITE, founding.website())
                .set(ORGANISATION.EMAIL_DOMAIN, founding.emailDomain())
                .set(ORGANISATION.SEARCH_KEY, searchKey(founding.name(), LocalizedText.EMPTY))
                // Whoever was invited decides themselves whether visitors see them, when they write their profile.
                .set(
                        ORGANISATION.PROFILE_AUDIENCE,
                        (founding.status() == OrganisationStatus.INVITED ? Audience.MEMBERS : Audience.PUBLIC).name())
                .set(ORGANISATION.CREATED_AT, now)
                .set(ORGANISATION.UPDATED_AT, now)
                .execute();
    }

    @Override
    public void activate(OrganisationId id, int year, Instant now) {
        sql.update(ORGANISATION)
                .set(ORGANISATION.STATUS, OrganisationStatus.ACTIVE.name())
                .set(
                        ORGANISATION.PARTNER_SINCE,
                        DSL.when(ORGANISATION.PARTNER.isTrue().and(ORGANISATION.PARTNER_SINCE.isNull()), DSL.val((short)
                                        year))
                                .else_(ORGANISATION.PARTNER_SINCE))
                .set(ORGANISATION.UPDATED_AT, now)
                .where(ORGANISATION.ID.eq(id), ORGANISATION.STATUS.eq(OrganisationStatus.INVITED.name()))
                .execute();
    }

    @Override
    public void changeLogo(OrganisationId id, @Nullable UUID file, Instant now) {
        sql.update(ORGANISATION)
                .set(ORGANISATION.LOGO_FILE_ID, file)
                .set(ORGANISATION.UPDATED_AT, now)
                .where(ORGANISATION.ID.eq(id))
                .execute();
    }

    @Override
    public void linkKeycloak(OrganisationId id, String keycloakId) {
        sql.update(ORGANISATION)
                .set(ORGANISATION.KEYCLOAK_ID, keycloakId)
                .where(ORGANISATION.ID.eq(id))
                .execute();
    }

    private Optional<OrganisationProfile> profile(Actor reader, Condition which, Instant now) {
        Field<Integer> openInterests = openInterests(now);
        boolean researcher = reader.has(Role.RESEARCHER);
        Field<Boolean> accepted = (researcher ? Routines.actorAcceptedWith(OWNER) : DSL.inline(false)).as("accepted");
        Field<Boolean> underNda = (researcher ? Routines.actorUnderNda(OWNER) : DSL.inline(false)).as("under_nda");
        return sql.select(ORGANISATION.fields())
                .select(ITEMS, NARROWED, openInterests, accepted, underNda)
                .from(ORGANISATION)
                .where(which.and(readable(reader)))
                .fetchOptional(row -> profile(
                        row,
                        row.get(openInterests),
                        Ladder.rung(
                                reader,
                                reader.actsFor()
                                        .filter(row.get(ORGANISATION.ID)::equals)
                                        .isPresent(),
                                row.get(accepted),
                                row.get(underNda))));
    }

    private static OrganisationProfile profile(Record row, int openInterests, Audience rung) {
        Map<ProfileField, Narrowed> narrowed = new EnumMap<>(ProfileField.class);
        Map<ProfileField, Audience> audiences = new EnumMap<>(ProfileField.class);
        for (Narrowed field : row.get(NARROWED)) {
            if (rung.sees(field.audience())) {
                narrowed.put(field.field(), field);
                audiences.put(field.field(), field.audience());
            }
        }
        return new OrganisationProfile(
                row.get(ORGANISATION.ID),
                row.get(ORGANISATION.SLUG),
                OrganisationKind.valueOf(row.get(ORGANISATION.KIND)),
                OrganisationStatus.valueOf(row.get(ORGANISATION.STATUS)),
                row.get(ORGANISATION.PARTNER),
                Texts.year(row.get(ORGANISATION.PARTNER_SINCE)),
                row.get(ORGANISATION.FICTIONAL),
                text(row, ORGANISATION.NAME_KO, ORGANISATION.NAME_EN),
                row.get(ORGANISATION.COUNTRY),
                founded(narrowed.get(ProfileField.FOUNDED), row),
                website(narrowed.get(ProfileField.WEBSITE), row),
                either(narrowed.get(ProfileField.SECTOR), text(row, ORGANISATION.SECTOR_KO, ORGANISATION.SECTOR_EN)),
                either(narrowed.get(ProfileField.SUMMARY), text(row, ORGANISATION.SUMMARY_KO, ORGANISATION.SUMMARY_EN)),
                either(
                        narrowed.get(ProfileField.DESCRIPTION),
                        text(row, ORGANISATION.DESCRIPTION_KO, ORGANISATION.DESCRIPTION_EN)),
                either(narrowed.get(ProfileField.ADDRESS), text(row, ORGANISATION.ADDRESS_KO, ORGANISATION.ADDRESS_EN)),
                Audience.PUBLIC.name().equals(row.get(ORGANISATION.PROFILE_AUDIENCE)),
                row.get(ORGANISATION.LOGO_FILE_ID),
                row.get(ITEMS).stream()
                        .filter(item -> rung.sees(item.audience()))
                        .toList(),
                audiences,
                openInterests,
                row.get(ORGANISATION.UPDATED_AT),
                row.get(ORGANISATION.VERSION));
    }

    private static @Nullable Integer founded(@Nullable Narrowed narrowed, Record row) {
        if (narrowed == null) {
            return Texts.year(row.get(ORGANISATION.FOUNDED));
        }
        return narrowed.plain() == null ? null : Integer.valueOf(narrowed.plain());
    }

    private static @Nullable String website(@Nullable Narrowed narrowed, Record row) {
        return narrowed == null ? row.get(ORGANISATION.WEBSITE) : narrowed.plain();
    }

    private static LocalizedText either(@Nullable Narrowed narrowed, LocalizedText withProfile) {
        return narrowed == null ? withProfile : narrowed.text();
    }

    private void replaceItems(OrganisationId id, List<ProfileItem> items) {
        sql.deleteFrom(PROFILE_ITEM).where(PROFILE_ITEM.ORGANISATION_ID.eq(id)).execute();
        List<ProfileItemRecord> rows = new ArrayList<>();
        for (ProfileItem item : items) {
            rows.add(new ProfileItemRecord()
                    .setId(UUID.randomUUID())
                    .setOrganisationId(id)
                    .setKind(item.kind().name())
                    .setPosition(rows.size())
                    .setNameKo(item.name().ko())
                    .setNameEn(item.name().en())
                    .setDetailKo(item.detail().ko())
                    .setDetailEn(item.detail().en())
                    .setUrl(item.url())
                    .setAudience(item.audience().name()));
        }
        if (!rows.isEmpty()) {
            sql.insertInto(PROFILE_ITEM).set(rows).execute();
        }
    }

    private static Condition wanted(Actor reader, OrganisationFilter filter, OrganisationStatus status) {
        Condition wanted = readable(reader)
                .and(ORGANISATION.STATUS.eq(status.name()))
                .and(ORGANISATION.SEARCH_KEY.like(SearchKey.pattern(filter.text())));
        if (!filter.kinds().isEmpty()) {
            wanted = wanted.and(ORGANISATION.KIND.in(
                    filter.kinds().stream().map(OrganisationKind::name).toList()));
        }
        if (filter.partnersOnly()) {
            wanted = wanted.and(ORGANISATION.PARTNER.isTrue());
        }
        return filter.country() == null ? wanted : wanted.and(ORGANISATION.COUNTRY.eq(filter.country()));
    }

    /** The first fence's half of who may see an organisation; the policies decide the same again. */
    private static Condition readable(Actor reader) {
        Condition active = ORGANISATION.STATUS.eq(OrganisationStatus.ACTIVE.name());
        return switch (reader) {
            case Actor.Visitor visitor -> active.and(ORGANISATION.PROFILE_AUDIENCE.eq(Audience.PUBLIC.name()));
            case Actor.Person person ->
                person.has(Role.LAB_MANAGER) ? DSL.noCondition() : active.or(ORGANISATION.ID.eq(person.organisation()));
            case Actor.Job job -> DSL.noCondition();
        };
    }

    /** Counts what the policies let the reader see of them. */
    private static Field<Integer> openInterests(Instant now) {
        return DSL.field(DSL.selectCount()
                        .from(INTEREST)
                        .where(
                                INTEREST.ORGANISATION_ID.eq(ORGANISATION.ID),
                                INTEREST.STATE.eq("OPEN"),
                                INTEREST.EXPIRES_AT.gt(now)))
                .as("open_interests");
    }

    private static Audience audience(ProfileEdit edit) {
        return edit.visibleToVisitors() ? Audience.PUBLIC : Audience.MEMBERS;
    }

    private static String searchKey(LocalizedText name, LocalizedText sector) {
        return SearchKey.of(name.ko(), name.en(), sector.ko(), sector.en());
    }
}
