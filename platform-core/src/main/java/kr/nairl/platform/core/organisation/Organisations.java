package kr.nairl.platform.core.organisation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import org.jspecify.annotations.Nullable;

/** Stored organisations, as far as the actor of the running transaction may see them. */
public interface Organisations {

    /** Those of this status; partners first, then by name, the id breaks ties. */
    Page<OrganisationCard> search(
            Actor reader, OrganisationFilter filter, OrganisationStatus status, PageRequest page, Instant now);

    Optional<OrganisationProfile> profile(Actor reader, String slug, Instant now);

    Optional<OrganisationProfile> profile(Actor reader, OrganisationId id, Instant now);

    /**
     * Replaces profile and items if the version is still this one; answers whether it was. Items that the actor does not
     * see stay.
     *
     * @param kept fields that stay as they are
     */
    boolean change(OrganisationId id, ProfileEdit edit, Set<ProfileField> kept, int version, Instant now);

    /** The fields that the organisation keeps from lab managers who edit its profile for it; empty for everybody else. */
    Set<ProfileField> kept(OrganisationId id);

    /** Holds the organisation against every other change of its standing or its people until the transaction ends. */
    Optional<Held> hold(OrganisationId id);

    /** Who has this e-mail domain. */
    Optional<OrganisationId> ofDomain(String emailDomain);

    /** Who has this number in its register; a national one belongs to the register of the country. */
    Optional<OrganisationId> ofNumber(String country, RegistrationNumber number);

    /** Everything by which one organisation is told from another, of all that the actor may see. */
    List<Identity> identities();

    Optional<OrganisationId> ofSlug(String slug);

    /** Holds the making of slugs until the transaction ends and answers those in use that begin so. */
    Set<String> holdSlugs(String beginning);

    /** Adds an organisation without profile items. */
    void add(Founding founding, Instant now);

    /** Makes an invited organisation active, and a partner from this year on if it becomes one; does nothing to others. */
    void activate(OrganisationId id, int year, Instant now);

    /** Sets or takes away the logo. */
    void changeLogo(OrganisationId id, @Nullable UUID file, Instant now);

    void linkKeycloak(OrganisationId id, String keycloakId);

    /** An organisation as it is begun. */
    record Founding(
            OrganisationId id,
            String slug,
            OrganisationKind kind,
            OrganisationStatus status,
            boolean partner,
            @Nullable Integer partnerSince,
            boolean fictional,
            LocalizedText name,
            String country,
            @Nullable RegistrationNumber number,
            @Nullable String website,
            @Nullable String emailDomain) {}

    /**
     * By what an organisation is told from others.
     *
     * @param linked whether the identity provider knows it
     */
    record Identity(
            OrganisationId id,
            String slug,
            OrganisationKind kind,
            OrganisationStatus status,
            LocalizedText name,
            String country,
            @Nullable RegistrationNumber number,
            @Nullable String emailDomain,
            boolean linked) {}

    /** An organisation held until the transaction ends. */
    record Held(
            OrganisationId id,
            OrganisationKind kind,
            OrganisationStatus status,
            LocalizedText name,
            @Nullable UUID logo) {}
}
