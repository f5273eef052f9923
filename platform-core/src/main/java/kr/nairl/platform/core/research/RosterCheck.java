package kr.nairl.platform.core.research;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.nairl.platform.core.organisation.Organisations;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.InvalidInputException.Violation;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.core.shared.Role;
import kr.nairl.platform.core.shared.SearchKey;
import org.jspecify.annotations.Nullable;

/** Finds out whom the lines of a list mean, and all that stands against inviting them. */
final class RosterCheck {

    private static final Pattern NUMBER = Pattern.compile("\\D*(\\d{1,2})\\D*");
    private static final Pattern HANGUL = Pattern.compile(".*\\p{IsHangul}.*", Pattern.DOTALL);
    private static final Map<ResearcherRole, List<String>> ROLES = Map.of(
            ResearcherRole.PRINCIPAL_INVESTIGATOR,
                    List.of("책임자", "연구책임자", "세부책임자", "과제책임자", "pi", "principalinvestigator"),
            ResearcherRole.RESEARCHER, List.of("연구자", "연구원", "교수", "참여연구자", "researcher", "professor"),
            ResearcherRole.POSTDOC, List.of("박사후연구원", "포닥", "postdoc", "postdoctoralresearcher"),
            ResearcherRole.DOCTORAL,
                    List.of("박사과정", "박사과정생", "doctoral", "doctoralresearcher", "phdstudent", "doctoralstudent"),
            ResearcherRole.VISITING_SCHOLAR, List.of("방문학자", "방문연구자", "visitingscholar", "visitor"));

    private final List<Organisations.Identity> organisations;
    private final Map<Integer, SubProjectCard> subProjects = new HashMap<>();
    private final List<InvitedResearchers.Unclaimed> unclaimed;
    private final BiPredicate<OrganisationId, EmailAddress> isMember;
    private final BiPredicate<OrganisationId, EmailAddress> isInvited;
    private final Map<String, Integer> seen = new HashMap<>();
    private final Map<SubProjectId, Integer> led = new HashMap<>();

    RosterCheck(
            List<Organisations.Identity> organisations,
            List<SubProjectCard> subProjects,
            List<InvitedResearchers.Unclaimed> unclaimed,
            BiPredicate<OrganisationId, EmailAddress> isMember,
            BiPredicate<OrganisationId, EmailAddress> isInvited) {
        this.organisations = organisations;
        subProjects.forEach(card -> this.subProjects.put(card.name().number(), card));
        this.unclaimed = new ArrayList<>(unclaimed);
        this.isMember = isMember;
        this.isInvited = isInvited;
    }

    Roster.Entry entry(RosterFile.Line line) {
        List<Violation> faults = new ArrayList<>();
        LocalizedText name = name(line, faults);
        EmailAddress email = email(line, faults);
        Organisations.Identity organisation = organisation(line, faults);
        SubProjectCard subProject = subProject(line, faults);
        ResearcherRole role = role(line, faults);
        Language language = language(line, faults);
        Set<Roster.Remark> remarks = EnumSet.noneOf(Roster.Remark.class);
        NewResearcher researcher = null;
        if (faults.isEmpty() && email != null && organisation != null && role != null && language != null) {
            ResearcherId page = page(organisation.id(), email, name);
            if (page != null) {
                remarks.add(Roster.Remark.TAKES_PAGE);
            }
            leader(line, subProject, role, page, faults);
            if (isMember.test(organisation.id(), email)) {
                faults.add(fault(RosterColumn.EMAIL, "member-already"));
            } else if (isInvited.test(organisation.id(), email)) {
                remarks.add(Roster.Remark.AGAIN);
            }
            if (faults.isEmpty()) {
                researcher = new NewResearcher(
                        name,
                        email,
                        organisation.id(),
                        subProject == null ? null : subProject.name().id(),
                        role,
                        page,
                        language);
            }
        }
        return new Roster.Entry(line.number(), line.cells(), researcher, faults, remarks);
    }

    /** Somebody who is written into the other language's column is put where they belong. */
    private static LocalizedText name(RosterFile.Line line, List<Violation> faults) {
        String korean = line.cells().get(RosterColumn.NAME_KO);
        String english = line.cells().get(RosterColumn.NAME_EN);
        if (korean == null && english != null && HANGUL.matcher(english).matches()) {
            korean = english;
            english = null;
        } else if (english == null && korean != null && !HANGUL.matcher(korean).matches()) {
            english = korean;
            korean = null;
        }
        if (korean == null && english == null) {
            faults.add(fault(RosterColumn.NAME_KO, "required"));
        }
        for (RosterColumn column : List.of(RosterColumn.NAME_KO, RosterColumn.NAME_EN)) {
            if (line.cells().getOrDefault(column, "").length() > NewResearcher.NAME_MAX) {
                faults.add(fault(column, "too-long", NewResearcher.NAME_MAX));
            }
        }
        return LocalizedText.of(korean, english);
    }

    private @Nullable EmailAddress email(RosterFile.Line line, List<Violation> faults) {
        String text = line.cells().get(RosterColumn.EMAIL);
        if (text == null) {
            faults.add(fault(RosterColumn.EMAIL, "required"));
            return null;
        }
        try {
            EmailAddress email = new EmailAddress(text);
            Integer before = seen.putIfAbsent(email.value(), line.number());
            if (before != null) {
                faults.add(fault(RosterColumn.EMAIL, "repeated", before));
            }
            return email;
        } catch (InvalidInputException noAddress) {
            faults.add(fault(RosterColumn.EMAIL, "email"));
            return null;
        }
    }

    private Organisations.@Nullable Identity organisation(RosterFile.Line line, List<Violation> faults) {
        String text = line.cells().get(RosterColumn.ORGANISATION);
        if (text == null) {
            faults.add(fault(RosterColumn.ORGANISATION, "required"));
            return null;
        }
        String key = SearchKey.of(text);
        Optional<Organisations.Identity> found = organisations.stream()
                .filter(one -> text.equalsIgnoreCase(one.slug())
                        || text.equalsIgnoreCase(one.emailDomain())
                        || key.equals(SearchKey.of(one.name().ko()))
                        || key.equals(SearchKey.of(one.name().en())))
                .findFirst();
        if (found.isEmpty()) {
            faults.add(fault(RosterColumn.ORGANISATION, "organisation-unknown"));
        } else if (!found.get().kind().grants(Set.of(Role.RESEARCHER))) {
            faults.add(fault(RosterColumn.ORGANISATION, "organisation-no-research"));
        }
        return found.orElse(null);
    }

    private @Nullable SubProjectCard subProject(RosterFile.Line line, List<Violation> faults) {
        String text = line.cells().get(RosterColumn.SUB_PROJECT);
        if (text == null) {
            return null;
        }
        Matcher number = NUMBER.matcher(text);
        SubProjectCard found = number.matches() ? subProjects.get(Integer.valueOf(number.group(1))) : null;
        if (found == null) {
            faults.add(fault(RosterColumn.SUB_PROJECT, "sub-project-unknown"));
        }
        return found;
    }

    private static @Nullable ResearcherRole role(RosterFile.Line line, List<Violation> faults) {
        String text = line.cells().get(RosterColumn.ROLE);
        if (text == null) {
            return ResearcherRole.RESEARCHER;
        }
        String plain = RosterColumn.plain(text);
        for (ResearcherRole role : ResearcherRole.values()) {
            if (plain.equals(RosterColumn.plain(role.name()))
                    || ROLES.getOrDefault(role, List.of()).contains(plain)) {
                return role;
            }
        }
        faults.add(fault(RosterColumn.ROLE, "role-unknown"));
        return null;
    }

    private static @Nullable Language language(RosterFile.Line line, List<Violation> faults) {
        String text = line.cells().get(RosterColumn.LANGUAGE);
        if (text == null) {
            return Language.KO;
        }
        return switch (RosterColumn.plain(text)) {
            case "ko", "kr", "한국어", "국문", "korean" -> Language.KO;
            case "en", "영어", "영문", "english" -> Language.EN;
            default -> {
                faults.add(fault(RosterColumn.LANGUAGE, "language-unknown"));
                yield null;
            }
        };
    }

    /** A sub-project has one principal investigator, here and in the list. */
    private void leader(
            RosterFile.Line line,
            @Nullable SubProjectCard subProject,
            ResearcherRole role,
            @Nullable ResearcherId page,
            List<Violation> faults) {
        if (role != ResearcherRole.PRINCIPAL_INVESTIGATOR) {
            return;
        }
        if (subProject == null) {
            faults.add(fault(RosterColumn.SUB_PROJECT, "required"));
            return;
        }
        ResearcherName leading = subProject.principalInvestigator();
        if (leading != null && !leading.id().equals(page)) {
            faults.add(fault(RosterColumn.ROLE, "led-already"));
        }
        Integer before = led.putIfAbsent(subProject.name().id(), line.number());
        if (before != null) {
            faults.add(fault(RosterColumn.ROLE, "repeated", before));
        }
    }

    /** The one page of this name there that waits for its person; of several none. */
    private @Nullable ResearcherId page(OrganisationId organisation, EmailAddress email, LocalizedText name) {
        List<InvitedResearchers.Unclaimed> same = unclaimed.stream()
                .filter(one -> one.organisation().equals(organisation) && one.isFor(email))
                .filter(one ->
                        same(one.name().ko(), name.ko()) || same(one.name().en(), name.en()))
                .toList();
        if (same.size() != 1) {
            return null;
        }
        unclaimed.remove(same.getFirst());
        return same.getFirst().id();
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one != null && other != null && SearchKey.of(one).equals(SearchKey.of(other));
    }

    private static Violation fault(RosterColumn column, String code, Object... arguments) {
        return new Violation(column.name().toLowerCase(Locale.ROOT), code, List.of(arguments));
    }
}
