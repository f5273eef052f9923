package kr.nairl.platform.core.alert;

import kr.nairl.platform.core.interest.InterestFilter;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.matching.Match;
import kr.nairl.platform.core.research.ResearcherFilter;
import kr.nairl.platform.core.shared.Violations;

/** What an alert keeps an eye on. */
public sealed interface Watched {

    /** The longest name of a saved search, in characters. */
    int NAME_MAX = 80;

    /** Where what ranks is told. */
    sealed interface Matches extends Watched {
        /** The weakest that is told: good or strong. */
        Match.Strength threshold();

        /** The same with another threshold. */
        Matches with(Match.Strength other);
    }

    /** Where what is found is told. */
    sealed interface Search extends Watched {
        /** What its owner calls it. */
        String name();

        /** Does the other, whatever its name, find the same? */
        default boolean findsLike(Search other) {
            return switch (this) {
                case Researchers(String name, ResearcherFilter filter) ->
                    other instanceof Researchers(String its, ResearcherFilter same) && same.equals(filter);
                case Interests(String name, InterestFilter filter) ->
                    other instanceof Interests(String its, InterestFilter same) && same.equals(filter);
            };
        }
    }

    /** Researchers and areas that fit an open interest of the company. */
    record Experts(InterestId interest, Match.Strength threshold) implements Matches {
        public Experts {
            check(threshold);
        }

        @Override
        public Experts with(Match.Strength other) {
            return new Experts(interest, other);
        }
    }

    /** Open interests that fit the researcher. */
    record Needs(Match.Strength threshold) implements Matches {
        public Needs {
            check(threshold);
        }

        @Override
        public Needs with(Match.Strength other) {
            return new Needs(other);
        }
    }

    /** Researchers whom a search finds. */
    record Researchers(String name, ResearcherFilter filter) implements Search {
        public Researchers {
            name = name.strip();
            check(name);
        }
    }

    /** Open interests that a search finds. */
    record Interests(String name, InterestFilter filter) implements Search {
        public Interests {
            name = name.strip();
            check(name);
        }
    }

    private static void check(Match.Strength threshold) {
        new Violations()
                .check(threshold != Match.Strength.POSSIBLE, "threshold", "unknown")
                .refuse();
    }

    private static void check(String name) {
        new Violations().required(NAME_MAX, "name", name).refuse();
    }
}
