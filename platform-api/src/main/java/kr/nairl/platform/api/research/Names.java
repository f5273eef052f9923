package kr.nairl.platform.api.research;

import java.util.UUID;
import kr.nairl.platform.api.shared.Text;
import kr.nairl.platform.core.research.Affiliation;
import kr.nairl.platform.core.research.AreaName;
import kr.nairl.platform.core.research.ResearcherName;
import kr.nairl.platform.core.research.SubProjectName;
import org.jspecify.annotations.Nullable;

/** How other bodies name an organisation, a researcher, a research area and a sub-project. */
public final class Names {

    private Names() {}

    /** An organisation. */
    public record Organisation(UUID id, String slug, Text name) {

        static @Nullable Organisation of(@Nullable Affiliation one) {
            return one == null ? null : new Organisation(one.id().value(), one.slug(), Text.of(one.name()));
        }
    }

    /** A researcher. */
    public record Researcher(UUID id, String slug, Text name) {

        static @Nullable Researcher of(@Nullable ResearcherName one) {
            return one == null ? null : new Researcher(one.id().value(), one.slug(), Text.of(one.name()));
        }
    }

    /** A research area. */
    public record Area(UUID id, String slug, Text name) {

        static Area of(AreaName one) {
            return new Area(one.id().value(), one.slug(), Text.of(one.name()));
        }
    }

    /** A sub-project, which addresses name by its number. */
    public record SubProject(int number, Text title) {

        public static @Nullable SubProject of(@Nullable SubProjectName one) {
            return one == null ? null : new SubProject(one.number(), Text.of(one.title()));
        }
    }
}
