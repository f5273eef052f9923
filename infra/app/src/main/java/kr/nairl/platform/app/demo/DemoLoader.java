package kr.nairl.platform.app.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.nairl.platform.app.PlatformClock;
import kr.nairl.platform.app.demo.DemoFiles.Words;
import kr.nairl.platform.auth.keycloak.KeycloakAccounts;
import kr.nairl.platform.core.calendar.CalendarDesk;
import kr.nairl.platform.core.calendar.EventDraft;
import kr.nairl.platform.core.calendar.EventKind;
import kr.nairl.platform.core.collaboration.BeginOutcome;
import kr.nairl.platform.core.collaboration.Beginning;
import kr.nairl.platform.core.collaboration.DeclineReason;
import kr.nairl.platform.core.collaboration.MoveOutcome;
import kr.nairl.platform.core.collaboration.RequestDesk;
import kr.nairl.platform.core.collaboration.RequestDraft;
import kr.nairl.platform.core.collaboration.RequestId;
import kr.nairl.platform.core.collaboration.RequestMode;
import kr.nairl.platform.core.interest.BudgetBand;
import kr.nairl.platform.core.interest.CollaborationMode;
import kr.nairl.platform.core.interest.Interest;
import kr.nairl.platform.core.interest.InterestCommand;
import kr.nairl.platform.core.interest.InterestDesk;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.interest.InterestOutcome;
import kr.nairl.platform.core.interest.InterestWords;
import kr.nairl.platform.core.lab.Lab;
import kr.nairl.platform.core.lab.LabIdentity;
import kr.nairl.platform.core.matching.WishDesk;
import kr.nairl.platform.core.matching.WishWords;
import kr.nairl.platform.core.newsletter.EditorialDesk;
import kr.nairl.platform.core.newsletter.Illustration;
import kr.nairl.platform.core.newsletter.IssueDraft;
import kr.nairl.platform.core.newsletter.IssueId;
import kr.nairl.platform.core.newsletter.LetterSetup;
import kr.nairl.platform.core.newsletter.Section;
import kr.nairl.platform.core.newsletter.StoryDraft;
import kr.nairl.platform.core.organisation.FoundedOrganisation;
import kr.nairl.platform.core.organisation.NdaDesk;
import kr.nairl.platform.core.organisation.Onboarding;
import kr.nairl.platform.core.organisation.OrganisationKind;
import kr.nairl.platform.core.organisation.OrganisationSetup;
import kr.nairl.platform.core.organisation.ProfileEdit;
import kr.nairl.platform.core.organisation.ProfileItem;
import kr.nairl.platform.core.privacy.Consents;
import kr.nairl.platform.core.privacy.Purpose;
import kr.nairl.platform.core.research.ResearchAreaId;
import kr.nairl.platform.core.research.ResearchRegistry;
import kr.nairl.platform.core.research.ResearcherId;
import kr.nairl.platform.core.research.ResearcherLinks;
import kr.nairl.platform.core.research.ResearcherRole;
import kr.nairl.platform.core.research.ResearcherWords;
import kr.nairl.platform.core.research.ResultWords;
import kr.nairl.platform.core.research.SubProjectId;
import kr.nairl.platform.core.research.SubProjectWords;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.PersonId;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.update.Follows;
import kr.nairl.platform.core.update.UpdateDesk;
import kr.nairl.platform.core.update.UpdateDraft;
import kr.nairl.platform.core.vocabulary.Concept;
import kr.nairl.platform.core.vocabulary.ConceptId;
import kr.nairl.platform.core.vocabulary.Concepts;
import kr.nairl.platform.core.vocabulary.GlossaryImport;
import kr.nairl.platform.core.vocabulary.GlossaryTable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Loads the demo once, before the application says that it is ready: the lab's first rows as the setup job, everything
 * after that as the people who would do it, each step at its moment in the past. A lab that exists is left alone.
 */
@Component
@EnableConfigurationProperties(DemoSettings.class)
class DemoLoader implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoLoader.class);
    private static final Actor SETUP = Actor.Job.SETUP;
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final Duration KEYCLOAK_PATIENCE = Duration.ofMinutes(4);
    private static final int INTERESTS_OPENED_DAYS_AGO = 120;

    private final DemoSettings settings;
    private final KeycloakAccounts accounts;
    private final Consents consents;
    private final LabIdentity identity;
    private final OrganisationSetup organisations;
    private final Onboarding onboarding;
    private final GlossaryImport glossary;
    private final Concepts concepts;
    private final ResearchRegistry research;
    private final InterestDesk interests;
    private final RequestDesk requests;
    private final UpdateDesk updates;
    private final Follows follows;
    private final NdaDesk agreements;
    private final WishDesk wishes;
    private final LetterSetup letter;
    private final EditorialDesk desk;
    private final CalendarDesk calendar;
    private final Clock clock;

    private final Map<String, OrganisationId> organisationIds = new HashMap<>();
    private final Map<String, ConceptId> conceptIds = new HashMap<>();
    private final Map<String, Actor.Person> members = new HashMap<>();
    private final Map<String, Actor.Person> researchersAsActors = new HashMap<>();
    private final Map<String, PersonId> researchersAsPeople = new HashMap<>();
    private final Map<Integer, SubProjectId> subProjectIds = new HashMap<>();
    private final Map<Integer, String> investigators = new HashMap<>();
    private final Map<String, ResearchAreaId> areaIds = new HashMap<>();
    private final Map<String, ResearcherId> researcherIds = new HashMap<>();
    private final Map<String, InterestId> interestIds = new HashMap<>();

    DemoLoader(
            DemoSettings settings,
            KeycloakAccounts accounts,
            Consents consents,
            LabIdentity identity,
            OrganisationSetup organisations,
            Onboarding onboarding,
            GlossaryImport glossary,
            Concepts concepts,
            ResearchRegistry research,
            InterestDesk interests,
            RequestDesk requests,
            UpdateDesk updates,
            Follows follows,
            NdaDesk agreements,
            WishDesk wishes,
            LetterSetup letter,
            EditorialDesk desk,
            CalendarDesk calendar,
            Clock clock) {
        this.settings = settings;
        this.accounts = accounts;
        this.consents = consents;
        this.identity = identity;
        this.organisations = organisations;
        this.onboarding = onboarding;
        this.glossary = glossary;
        this.concepts = concepts;
        this.research = research;
        this.interests = interests;
        this.requests = requests;
        this.updates = updates;
        this.follows = follows;
        this.agreements = agreements;
        this.wishes = wishes;
        this.letter = letter;
        this.desk = desk;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        if (!settings.enabled()) {
            return;
        }
        if (identity.current().isPresent()) {
            Thread.ofVirtual().name("demo-codes").start(this::codes);
            return;
        }
        LOG.info("loading the demo");
        glossary.importTable(SETUP, GlossaryTable.shipped());
        organisations();
        accounts.awaitRealm(KEYCLOAK_PATIENCE);
        people();
        research();
        interests();
        requests();
        updates();
        follows();
        agreements();
        wishes();
        letters();
        events();
        onboarding.keepInStep(Actor.Job.ONBOARDING);
        // Last, so that a start that was broken off begins again.
        lab();
        LOG.info("the demo is loaded");
    }

    private void lab() {
        DemoFiles.LabFile file = DemoFiles.one("lab", DemoFiles.LabFile.class);
        identity.edit(
                SETUP,
                new Lab(
                        file.acronym(),
                        Words.of(file.name()),
                        Words.of(file.address()),
                        Words.of(file.directorName()),
                        Words.of(file.offer().headline()),
                        Words.of(file.offer().lead()),
                        Words.of(file.demoBanner()),
                        file.offer().points().stream()
                                .map(point -> new Lab.OfferPoint(Words.of(point.title()), Words.of(point.text())))
                                .toList(),
                        file.brandColour(),
                        0));
    }

    private void organisations() {
        for (DemoFiles.OrganisationRow row : DemoFiles.list("organisations", DemoFiles.OrganisationRow.class)) {
            ProfileEdit profile = new ProfileEdit(
                    Words.of(row.name()),
                    row.country(),
                    row.founded(),
                    row.website(),
                    Words.of(row.sector()),
                    Words.of(row.summary()),
                    Words.of(row.description()),
                    Words.of(row.address()),
                    true,
                    row.items().stream()
                            .map(item -> new ProfileItem(
                                    ProfileItem.Kind.valueOf(item.kind()),
                                    Words.of(item.name()),
                                    Words.of(item.detail()),
                                    item.url(),
                                    item.audience() == null ? Audience.PUBLIC : Audience.valueOf(item.audience())))
                            .toList());
            organisationIds.put(
                    row.slug(),
                    organisations.register(
                            SETUP,
                            new FoundedOrganisation(
                                    row.slug(),
                                    OrganisationKind.valueOf(row.kind()),
                                    row.partner(),
                                    row.partnerSince() == null ? null : Integer.valueOf(row.partnerSince()),
                                    row.fictional(),
                                    row.emailDomain(),
                                    profile)));
        }
    }

    private void people() {
        for (DemoFiles.PersonRow row : DemoFiles.list("people", DemoFiles.PersonRow.class)) {
            EmailAddress email = new EmailAddress(row.email());
            Set<Role> roles = row.roles().stream().map(Role::valueOf).collect(Collectors.toSet());
            String subject = account(row, roles);
            OrganisationId organisation = organisation(row.organisation());
            PersonId person = organisations.enrol(
                    SETUP,
                    accounts.issuer(),
                    subject,
                    email,
                    Words.of(row.name()),
                    Language.ofCode(row.language()),
                    organisation,
                    roles,
                    Words.of(row.title()));
            consents.joined(accounts.issuer(), subject, Set.of(Purpose.USE));
            Actor.Person actor = new Actor.Person(person, organisation, roles, Actor.LoginStrength.SINGLE_FACTOR);
            if (row.researcher() == null) {
                // The first of an organisation acts for it in the demo's past; editor and manager share one.
                members.putIfAbsent(roles.contains(Role.EDITOR) ? "editor" : row.organisation(), actor);
            } else {
                researchersAsActors.put(row.researcher(), actor);
                researchersAsPeople.put(row.researcher(), person);
            }
        }
    }

    /** A demo that was loaded before anybody had to sign in with codes gets them now; the start does not wait for it. */
    private void codes() {
        try {
            accounts.awaitRealm(KEYCLOAK_PATIENCE);
            for (DemoFiles.PersonRow row : DemoFiles.list("people", DemoFiles.PersonRow.class)) {
                Set<Role> roles = row.roles().stream().map(Role::valueOf).collect(Collectors.toSet());
                if (roles.stream().anyMatch(Role::needsSecondFactor)) {
                    account(row, roles);
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            LOG.warn("the demo's people keep signing in as they did: {}", failed.getMessage());
        }
    }

    private String account(DemoFiles.PersonRow row, Set<Role> roles) {
        return accounts.ensure(
                new EmailAddress(row.email()),
                row.givenName(),
                row.familyName(),
                row.language(),
                settings.password(),
                roles.stream().anyMatch(Role::needsSecondFactor)
                                && !settings.codes().isEmpty()
                        ? settings.codes()
                        : null);
    }

    private void research() {
        for (DemoFiles.SubProjectRow row : DemoFiles.list("subprojects", DemoFiles.SubProjectRow.class)) {
            SubProjectId id = research.subProject(
                    SETUP,
                    new ResearchRegistry.SubProjectEntry(
                            row.slug(),
                            row.number(),
                            new SubProjectWords(
                                    Words.of(row.title()), Words.of(row.summary()), Words.of(row.description())),
                            row.institutions().stream().map(this::organisation).toList(),
                            topics(row.applications())));
            subProjectIds.put(row.number(), id);
            int position = 0;
            for (DemoFiles.SubProjectRow.Area area : row.areas()) {
                areaIds.put(
                        area.slug(),
                        research.area(
                                SETUP,
                                new ResearchRegistry.AreaEntry(
                                        area.slug(),
                                        id,
                                        area.institution() == null ? null : organisation(area.institution()),
                                        position++,
                                        Words.of(area.name()),
                                        Words.of(area.summary()),
                                        topics(area.topics()))));
            }
        }
        for (DemoFiles.ResearcherRow row : DemoFiles.list("researchers", DemoFiles.ResearcherRow.class)) {
            ResearcherRole role = ResearcherRole.valueOf(row.role());
            Integer number = row.subProject();
            if (role == ResearcherRole.PRINCIPAL_INVESTIGATOR && number != null) {
                investigators.put(number, row.slug());
            }
            researcherIds.put(
                    row.slug(),
                    research.researcher(
                            SETUP,
                            new ResearchRegistry.ResearcherEntry(
                                    row.slug(),
                                    researchersAsPeople.get(row.slug()),
                                    organisation(row.organisation()),
                                    number == null ? null : subProject(number),
                                    role,
                                    row.overseas(),
                                    Words.of(row.name()),
                                    new ResearcherWords(
                                            Words.of(row.headline()),
                                            Words.of(row.biography()),
                                            Words.of(row.seeks()),
                                            true,
                                            topics(row.topics()),
                                            row.areas().stream()
                                                    .map(slug -> known(areaIds, slug))
                                                    .collect(Collectors.toSet()),
                                            ResearcherLinks.NONE))));
        }
        for (DemoFiles.ResultRow row : DemoFiles.list("results", DemoFiles.ResultRow.class)) {
            research.result(
                    SETUP,
                    row.slug(),
                    new ResultWords(
                            LocalizedText.of(row.titleKo(), row.title()),
                            row.venue(),
                            row.year(),
                            null,
                            null,
                            Words.of(row.summary()),
                            topics(row.topics()),
                            row.people().stream()
                                    .map(slug -> known(researcherIds, slug))
                                    .toList()));
        }
    }

    private void interests() {
        for (DemoFiles.InterestRow row : DemoFiles.list("interests", DemoFiles.InterestRow.class)) {
            Actor.Person member = known(members, row.organisation());
            past(INTERESTS_OPENED_DAYS_AGO, () -> {
                InterestId id = interests.create(
                        member,
                        new InterestWords(
                                Words.of(row.title()),
                                Words.of(row.need()),
                                CollaborationMode.valueOf(row.mode()),
                                row.horizonMonths(),
                                BudgetBand.valueOf(row.budgetBand()),
                                Audience.valueOf(row.audience()),
                                topics(row.topics()),
                                row.subProjects().stream().map(this::subProject).collect(Collectors.toSet())));
                interestIds.put(row.slug(), id);
                for (InterestCommand command : commandsTo(row.state())) {
                    Interest now = interests.own(member, id);
                    InterestOutcome outcome = interests.apply(member, id, command, now.version());
                    if (outcome instanceof InterestOutcome.Refused refused) {
                        throw new IllegalStateException("demo interest " + row.slug() + ": " + refused);
                    }
                }
            });
        }
    }

    private static List<InterestCommand> commandsTo(String state) {
        return switch (state) {
            case "DRAFT" -> List.of();
            case "OPEN" -> List.of(InterestCommand.OPEN);
            case "PAUSED" -> List.of(InterestCommand.OPEN, InterestCommand.PAUSE);
            case "CLOSED" -> List.of(InterestCommand.OPEN, InterestCommand.CLOSE);
            default -> throw new IllegalArgumentException("no such state: " + state);
        };
    }

    private void requests() {
        for (DemoFiles.RequestRow row : DemoFiles.list("requests", DemoFiles.RequestRow.class)) {
            Actor.Person sender = known(members, row.organisation());
            String addressee = row.to().researcher() != null
                    ? row.to().researcher()
                    : known(investigators, row.to().subProject());
            Actor.Person researcher = known(researchersAsActors, addressee);
            int begun = Optional.ofNullable(row.daysAgoSent()).orElse(1);
            List<RequestId> made = new ArrayList<>(1);
            past(begun, () -> made.add(write(row, sender)));
            int version = 1;
            for (DemoFiles.RequestRow.Step step : row.steps()) {
                int seen = version;
                past(step.daysAgo(), () -> play(row, made.getFirst(), step, sender, researcher, seen));
                version++;
            }
        }
    }

    private RequestId write(DemoFiles.RequestRow row, Actor.Person sender) {
        Beginning.To to = row.to().researcher() != null
                ? new Beginning.ToResearcher(known(researcherIds, row.to().researcher()))
                : new Beginning.ToSubProject(known(subProjectIds, row.to().subProject()));
        RequestMode mode = RequestMode.valueOf(row.mode());
        InterestId interest = row.interest() == null ? null : known(interestIds, row.interest());
        return switch (requests.begin(sender, new Beginning(interest, to, mode))) {
            case BeginOutcome.Begun begun -> {
                requests.save(
                        sender,
                        begun.id(),
                        new RequestDraft(row.title(), row.summary(), row.proposal(), row.offer(), row.outcome(), mode),
                        0);
                yield begun.id();
            }
            case BeginOutcome.Refused refused ->
                throw new IllegalStateException("demo request " + row.slug() + ": " + refused.reason());
        };
    }

    private void play(
            DemoFiles.RequestRow row,
            RequestId id,
            DemoFiles.RequestRow.Step step,
            Actor.Person sender,
            Actor.Person researcher,
            int version) {
        String text = Optional.ofNullable(step.text()).orElse("");
        MoveOutcome outcome = switch (step.command()) {
            case "SEND" -> requests.send(sender, id, version);
            case "ASK" -> requests.ask(researcher, id, text, version);
            case "ANSWER" -> requests.answer(sender, id, text, version);
            case "ACCEPT" -> requests.accept(researcher, id, text, version);
            case "DECLINE" ->
                requests.decline(
                        researcher,
                        id,
                        DeclineReason.valueOf(Optional.ofNullable(step.reason()).orElse("OTHER")),
                        text,
                        version);
            case "WITHDRAW" -> requests.withdraw(sender, id, text, version);
            default -> throw new IllegalArgumentException("no such step: " + step.command());
        };
        if (!(outcome instanceof MoveOutcome.Moved)) {
            throw new IllegalStateException("demo request " + row.slug() + ", " + step.command() + ": " + outcome);
        }
    }

    private void updates() {
        for (DemoFiles.UpdateRow row : DemoFiles.list("updates", DemoFiles.UpdateRow.class)) {
            past(
                    row.daysAgo(),
                    () -> updates.post(
                            known(researchersAsActors, row.author()),
                            new UpdateDraft(
                                    Words.of(row.title()), Words.of(row.body()), Audience.valueOf(row.audience()))));
        }
    }

    /** After the updates, so that the past rings nobody's bell. */
    private void follows() {
        for (DemoFiles.FollowRow row : DemoFiles.list("follows", DemoFiles.FollowRow.class)) {
            row.subProjects().forEach(number -> follows.follow(known(members, row.organisation()), subProject(number)));
        }
    }

    private void agreements() {
        for (DemoFiles.AgreementRow row : DemoFiles.list("agreements", DemoFiles.AgreementRow.class)) {
            Actor.Person member = known(members, row.organisation());
            Actor.Person administrator = new Actor.Person(
                    member.id(),
                    member.organisation(),
                    member.roles(),
                    Actor.LoginStrength.MULTI_FACTOR,
                    clock.instant());
            OrganisationId other = organisation(row.with());
            if (agreements.list(administrator).stream()
                    .noneMatch(nda -> nda.other().equals(other))) {
                agreements.record(administrator, other, row.signedOn(), null);
            }
        }
    }

    private void wishes() {
        for (DemoFiles.WishRow row : DemoFiles.list("wishes", DemoFiles.WishRow.class)) {
            Actor.Person researcher = known(researchersAsActors, row.researcher());
            int version = wishes.own(researcher).version();
            if (version == 0) {
                wishes.edit(
                        researcher,
                        new WishWords(
                                row.partners().stream()
                                        .map(OrganisationKind::valueOf)
                                        .collect(Collectors.toSet()),
                                topics(row.fields()),
                                row.modes().stream()
                                        .map(CollaborationMode::valueOf)
                                        .collect(Collectors.toSet()),
                                row.languages().stream().map(Language::ofCode).collect(Collectors.toSet()),
                                Words.of(row.data()),
                                row.capacity()),
                        version);
            }
        }
    }

    private void letters() {
        Actor.Person editor = known(members, "editor");
        for (String name : List.of("letter", "next-letter")) {
            DemoFiles.LetterFile file = DemoFiles.one(name, DemoFiles.LetterFile.class);
            IssueDraft head =
                    new IssueDraft(file.slug(), Words.of(file.title()), file.volume(), Words.of(file.intro()));
            Stream<StoryDraft> stories = file.sections().stream()
                    .flatMap(part -> part.stories().stream().map(slug -> story(slug, Section.valueOf(part.code()))));
            LocalDate day = file.publishedOn();
            if (day == null) {
                IssueId issue = desk.createIssue(editor, head);
                stories.forEach(story -> desk.createStory(editor, issue, story));
            } else {
                Instant published = day.atTime(LocalTime.of(9, 0)).atZone(SEOUL).toInstant();
                IssueId issue = letter.issue(editor, head, published);
                stories.forEach(story -> letter.story(editor, issue, story, published));
            }
        }
    }

    private StoryDraft story(String slug, Section section) {
        DemoFiles.StoryFile ko = DemoFiles.story(slug, "ko");
        DemoFiles.StoryFile en = DemoFiles.story(slug, "en");
        return new StoryDraft(
                slug,
                section,
                LocalizedText.of(ko.text("title"), en.text("title")),
                LocalizedText.of(ko.text("lead"), en.text("lead")),
                LocalizedText.of(ko.body(), en.body()),
                illustration(en.text("illustration")),
                en.list("organisations").stream().map(this::organisation).toList(),
                en.list("researchers").stream()
                        .map(researcher -> known(researcherIds, researcher))
                        .toList(),
                en.list("subProjects").stream()
                        .map(number -> subProject(Integer.parseInt(number)))
                        .toList());
    }

    private static @Nullable Illustration illustration(String key) {
        for (Illustration one : Illustration.values()) {
            if (one.key().equals(key)) {
                return one;
            }
        }
        return null;
    }

    private void events() {
        for (DemoFiles.EventRow row : DemoFiles.list("events", DemoFiles.EventRow.class)) {
            DemoFiles.EventRow.Speaker speaker = row.speaker();
            calendar.register(
                    known(members, "editor"),
                    new EventDraft(
                            row.slug(),
                            EventKind.valueOf(row.kind()),
                            Words.of(row.title()),
                            Words.of(row.description()),
                            Words.of(row.venue()),
                            speaker == null ? LocalizedText.EMPTY : Words.of(speaker.name()),
                            speaker == null || speaker.affiliation() == null
                                    ? null
                                    : organisation(speaker.affiliation()),
                            speaker == null || speaker.researcher() == null
                                    ? null
                                    : known(researcherIds, speaker.researcher()),
                            row.date(),
                            row.lastDay(),
                            row.startTime() == null ? null : LocalTime.parse(row.startTime()),
                            row.endTime() == null ? null : LocalTime.parse(row.endTime())));
        }
    }

    /** Office hours of that many days ago, so that the demo's history reads like people's work. */
    private void past(int days, Runnable work) {
        PlatformClock.at(clock.instant().minus(Duration.ofDays(days)), work);
    }

    private List<ConceptId> topics(List<String> slugs) {
        List<String> missing =
                slugs.stream().filter(slug -> !conceptIds.containsKey(slug)).toList();
        if (!missing.isEmpty()) {
            for (Concept concept : concepts.bySlugs(SETUP, missing)) {
                conceptIds.put(concept.slug(), concept.id());
            }
        }
        return slugs.stream().map(slug -> known(conceptIds, slug)).distinct().toList();
    }

    private OrganisationId organisation(String slug) {
        return known(organisationIds, slug);
    }

    private SubProjectId subProject(int number) {
        return known(subProjectIds, number);
    }

    private static <K, V> V known(Map<K, V> map, @Nullable K key) {
        V value = key == null ? null : map.get(key);
        if (value == null) {
            throw new IllegalStateException("the demo names " + key + ", which it does not have");
        }
        return value;
    }
}
