package kr.nairl.platform.core.organisation.persistence;

import static kr.nairl.platform.core.organisation.persistence.Texts.text;
import static kr.nairl.platform.core.sql.Tables.INTEREST;
import static kr.nairl.platform.core.sql.Tables.ORGANISATION;
import static kr.nairl.platform.core.sql.Tables.PROFILE_ITEM;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.nairl.platform.core.organisation.OrganisationCard;
import kr.nairl.platform.core.organisation.OrganisationFilter;
import kr.nairl.platform.core.organisation.OrganisationKind;
import kr.nairl.platform.core.organisation.OrganisationProfile;
import kr.nairl.platform.core.organisation.OrganisationStatus;
import kr.nairl.platform.core.organisation.Organisations;
import kr.nairl.platform.core.organisation.ProfileEdit;
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
                            PROFILE_ITEM.URL)
                    .from(PROFILE_ITEM)
                    .where(PROFILE_ITEM.ORGANISATION_ID.eq(ORGANISATION.ID))
                    .orderBy(PROFILE_ITEM.POSITION, PROFILE_ITEM.ID))
            .as("items")
            .convertFrom(rows -> rows.map(row -> new ProfileItem(
                    ProfileItem.Kind.valueOf(row.get(PROFILE_ITEM.KIND)),
                    text(row, PROFILE_ITEM.NAME_KO, PROFILE_ITEM.NAME_EN),
                    text(row, PROFILE_ITEM.DETAIL_KO, PROFILE_ITEM.DETAIL_EN),
                    row.get(PROFILE_ITEM.URL))));

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
    public boolean change(OrganisationId id, ProfileEdit edit, int version, Instant now) {
        OrganisationRecord row = new OrganisationRecord()
                .setNameKo(edit.name().ko())
                .setNameEn(edit.name().en())
                .setCountry(edit.country())
                .setFounded(Texts.stored(edit.founded()))
                .setWebsite(edit.website())
                .setSectorKo(edit.sector().ko())
                .setSectorEn(edit.sector().en())
                .setSummaryKo(edit.summary().ko())
                .setSummaryEn(edit.summary().en())
                .setDescriptionKo(edit.description().ko())
                .setDescriptionEn(edit.description().en())
                .setAddressKo(edit.address().ko())
                .setAddressEn(edit.address().en())
                .setProfileAudience(audience(edit).name())
                .setSearchKey(searchKey(edit.name(), edit.sector()))
                .setUpdatedAt(now)
                .setVersion(version + 1);
        boolean current = sql.update(ORGANISATION)
                        .set(row)
                        .where(ORGANISATION.ID.eq(id), ORGANISATION.VERSION.eq(version))
                        .execute()
                > 0;
        if (current) {
            replaceItems(id, edit.items());
        }
        return current;
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
        return sql.select(ORGANISATION.fields())
                .select(ITEMS, openInterests)
                .from(ORGANISATION)
                .where(which.and(readable(reader)))
                .fetchOptional(row -> profile(row, row.get(openInterests)));
    }

    private static OrganisationProfile profile(Record row, int openInterests) {
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
                Texts.year(row.get(ORGANISATION.FOUNDED)),
                row.get(ORGANISATION.WEBSITE),
                text(row, ORGANISATION.SECTOR_KO, ORGANISATION.SECTOR_EN),
                text(row, ORGANISATION.SUMMARY_KO, ORGANISATION.SUMMARY_EN),
                text(row, ORGANISATION.DESCRIPTION_KO, ORGANISATION.DESCRIPTION_EN),
                text(row, ORGANISATION.ADDRESS_KO, ORGANISATION.ADDRESS_EN),
                Audience.PUBLIC.name().equals(row.get(ORGANISATION.PROFILE_AUDIENCE)),
                row.get(ORGANISATION.LOGO_FILE_ID),
                row.get(ITEMS),
                openInterests,
                row.get(ORGANISATION.UPDATED_AT),
                row.get(ORGANISATION.VERSION));
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
                    .setUrl(item.url()));
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
