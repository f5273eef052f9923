package kr.nairl.platform.api.organisation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import kr.nairl.platform.api.shared.CursorPage;
import kr.nairl.platform.api.shared.Reach;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.organisation.OrganisationFilter;
import kr.nairl.platform.core.organisation.OrganisationKind;
import kr.nairl.platform.core.organisation.OrganisationProfile;
import kr.nairl.platform.core.organisation.PartnerDirectory;
import kr.nairl.platform.core.organisation.ProfileDesk;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.core.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/organisations")
@Tag(name = "organisations")
class OrganisationEndpoints {

    private final PartnerDirectory directory;
    private final ProfileDesk desk;
    private final CurrentActor current;

    OrganisationEndpoints(PartnerDirectory directory, ProfileDesk desk, CurrentActor current) {
        this.directory = directory;
        this.desk = desk;
        this.current = current;
    }

    @GetMapping
    @Reach
    @Operation(summary = "Organisations, partners first, then by name")
    CursorPage<OrganisationBody> list(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable OrganisationKind kind,
            @RequestParam(defaultValue = "false") boolean partnersOnly,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        PageRequest request = CursorPage.request(cursor, limit);
        Set<OrganisationKind> kinds = kind == null ? Set.of() : Set.of(kind);
        return CursorPage.of(
                directory.search(current.actor(), new OrganisationFilter(text, kinds, partnersOnly, country), request),
                request,
                OrganisationBody::of);
    }

    @GetMapping("/{slug}")
    @Reach
    @Operation(summary = "One organisation's profile")
    ProfileBody one(@PathVariable String slug) {
        return ProfileBody.of(directory.profile(current.actor(), slug));
    }

    @PutMapping("/{slug}")
    @Reach({Role.MEMBER, Role.ADMINISTRATOR, Role.LAB_MANAGER})
    @Operation(summary = "Replace one's own organisation's profile; the version must be the one that was read")
    ProfileBody replace(@PathVariable String slug, @RequestBody ProfileBody.Edit edit) {
        Actor actor = current.actor();
        OrganisationProfile before = directory.profile(actor, slug);
        desk.edit(actor, before.id(), edit.read(before), edit.version());
        return ProfileBody.of(directory.profile(actor, slug));
    }
}
