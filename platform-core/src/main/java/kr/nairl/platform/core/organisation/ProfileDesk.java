package kr.nairl.platform.core.organisation;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kr.nairl.platform.core.audit.AuditTrail;
import kr.nairl.platform.core.file.StoredFiles;
import kr.nairl.platform.core.file.Upload;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.ForbiddenException;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.core.shared.Transactions;
import kr.nairl.platform.core.shared.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where an organisation's people, and lab managers for them, change its profile. */
@Component
public class ProfileDesk {

    private final Transactions transactions;
    private final Organisations organisations;
    private final StoredFiles files;
    private final Changes changes;
    private final AuditTrail audit;
    private final Clock clock;

    ProfileDesk(
            Transactions transactions,
            Organisations organisations,
            StoredFiles files,
            Changes changes,
            AuditTrail audit,
            Clock clock) {
        this.transactions = transactions;
        this.organisations = organisations;
        this.files = files;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /** May the actor change this organisation's profile? Buttons ask this. */
    public boolean mayEdit(Actor actor, OrganisationId id) {
        return actor.has(Role.LAB_MANAGER)
                || (actor.hasAny(Role.MEMBER, Role.ADMINISTRATOR)
                        && actor.actsFor().filter(id::equals).isPresent());
    }

    /**
     * Replaces the profile. A lab manager who edits it for the organisation leaves what it shows to fewer than all members
     * as it is.
     *
     * @param version the version that the editor saw
     * @return the new version
     * @throws InvalidInputException naming every bad field; items as {@code items[0].name}; with
     *     {@code kept-by-organisation} what a lab manager writes over a field that they cannot see
     * @throws NotFoundException when the organisation is not the actor's
     * @throws ForbiddenException when the actor holds no role that edits it
     * @throws StaleException when somebody else changed it meanwhile
     */
    public int edit(Actor actor, OrganisationId id, ProfileEdit edit, int version) {
        Actor.Person editor = Standing.edits(actor, id);
        edit.validate();
        boolean own = editor.organisation().equals(id);
        if (!own) {
            requireForMembers(edit);
        }
        return transactions.write(actor, () -> {
            OrganisationProfile before = organisations
                    .profile(actor, id, clock.instant())
                    .orElseThrow(() -> new NotFoundException("organisation " + id));
            Set<ProfileField> kept = own ? Set.of() : organisations.kept(id);
            refuseKept(edit, kept);
            if (!organisations.change(id, edit, kept, version, clock.instant())) {
                throw new StaleException("profile " + id);
            }
            for (LadderMove move : LadderMove.between(before, edit, kept)) {
                audit.record(
                        actor,
                        id,
                        "profile.field-visibility-changed",
                        "organisation",
                        id.value(),
                        Map.of(
                                "field",
                                move.part(),
                                "from",
                                move.from().name(),
                                "to",
                                move.to().name()));
            }
            if (before.visibleToVisitors() != edit.visibleToVisitors()) {
                audit.record(
                        actor,
                        id,
                        "profile.visibility-changed",
                        "organisation",
                        id.value(),
                        Map.of("public", Boolean.toString(edit.visibleToVisitors())));
            }
            changes.announce(Changes.Kind.ORGANISATION, id.value());
            return version + 1;
        });
    }

    /** What is shown to fewer than all members is its own people's to decide. */
    private static void requireForMembers(ProfileEdit edit) {
        boolean all = Stream.concat(
                        edit.audiences().values().stream(),
                        edit.items().stream().map(ProfileItem::audience))
                .allMatch(Audience.MEMBERS::sees);
        if (!all) {
            throw new ForbiddenException("only the organisation itself narrows its words to partners");
        }
    }

    /** A field that others cannot read they cannot overwrite either; they are told so instead of losing their words. */
    private static void refuseKept(ProfileEdit edit, Set<ProfileField> kept) {
        Violations violations = new Violations();
        kept.forEach(field ->
                violations.check(edit.isEmpty(field), field.name().toLowerCase(Locale.ROOT), "kept-by-organisation"));
        violations.refuse();
    }

    /**
     * Replaces the logo. It is no part of the edited text: the profile's version stays, the last logo wins.
     *
     * @return the new logo's file id
     * @throws InvalidInputException on field {@code file}, see {@link StoredFiles#storeLogo}
     * @throws NotFoundException when the organisation is not the actor's
     * @throws ForbiddenException when the actor holds no role that edits it
     */
    public UUID changeLogo(Actor actor, OrganisationId id, Upload upload) {
        Standing.edits(actor, id);
        return transactions.write(actor, () -> {
            UUID file = files.storeLogo(actor, id, upload);
            replaceLogo(actor, id, file);
            return file;
        });
    }

    /**
     * Takes the logo away; nothing happens when there is none.
     *
     * @throws NotFoundException when the organisation is not the actor's
     * @throws ForbiddenException when the actor holds no role that edits it
     */
    public void removeLogo(Actor actor, OrganisationId id) {
        Standing.edits(actor, id);
        transactions.run(actor, () -> replaceLogo(actor, id, null));
    }

    private void replaceLogo(Actor actor, OrganisationId id, @Nullable UUID file) {
        Organisations.Held held = organisations.hold(id).orElseThrow(() -> new NotFoundException("organisation " + id));
        organisations.changeLogo(id, file, clock.instant());
        if (held.logo() != null) {
            files.drop(actor, held.logo());
        }
        changes.announce(Changes.Kind.ORGANISATION, id.value());
    }
}
