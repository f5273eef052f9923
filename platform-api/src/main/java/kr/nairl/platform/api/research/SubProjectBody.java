package kr.nairl.platform.api.research;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import kr.nairl.platform.api.shared.Text;
import kr.nairl.platform.api.shared.Topics;
import kr.nairl.platform.core.research.AreaCard;
import kr.nairl.platform.core.research.SubProjectCard;
import kr.nairl.platform.core.research.SubProjectPage;
import org.jspecify.annotations.Nullable;

/** A sub-project in a list. */
record SubProjectBody(
        int number,
        String slug,
        Text title,
        Text summary,
        Names.@Nullable Researcher principalInvestigator,
        List<Names.Organisation> institutions,
        int researchers) {

    /** A sub-project with its areas and people. */
    record Page(
            int number,
            String slug,
            Text title,
            Text summary,
            Text description,
            Names.@Nullable Researcher principalInvestigator,
            List<Topics.Named> applications,
            List<Area> areas,
            List<ResearcherBody> researchers,
            List<ResearcherPageBody.Result> latestResults) {

        static Page of(SubProjectPage page) {
            return new Page(
                    page.name().number(),
                    page.name().slug(),
                    Text.of(page.name().title()),
                    Text.of(page.summary()),
                    Text.of(page.description()),
                    Names.Researcher.of(page.principalInvestigator()),
                    page.applications().stream().map(Topics.Named::of).toList(),
                    page.areas().stream().map(Area::of).toList(),
                    page.researchers().stream().map(ResearcherBody::of).toList(),
                    page.latestResults().stream()
                            .map(ResearcherPageBody.Result::of)
                            .toList());
        }
    }

    /** A research area. */
    record Area(
            UUID id,
            String slug,
            Text name,
            Text summary,
            Names.@Nullable Organisation institution,
            List<Topics.Named> topics) {

        static Area of(AreaCard card) {
            return new Area(
                    card.id().value(),
                    card.slug(),
                    Text.of(card.name()),
                    Text.of(card.summary()),
                    Names.Organisation.of(card.institution()),
                    card.topics().stream().map(Topics.Named::of).toList());
        }
    }

    static SubProjectBody of(SubProjectCard card) {
        Stream<Names.@Nullable Organisation> institutions =
                card.institutions().stream().map(Names.Organisation::of);
        return new SubProjectBody(
                card.name().number(),
                card.name().slug(),
                Text.of(card.name().title()),
                Text.of(card.summary()),
                Names.Researcher.of(card.principalInvestigator()),
                institutions
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList(),
                card.researchers());
    }
}
