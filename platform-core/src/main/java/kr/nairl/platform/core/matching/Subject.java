package kr.nairl.platform.core.matching;

import java.util.Comparator;
import java.util.UUID;
import kr.nairl.platform.core.interest.InterestId;
import kr.nairl.platform.core.research.ResearchAreaId;
import kr.nairl.platform.core.research.ResearcherId;

/** Who or what is ranked. */
public sealed interface Subject {

    /** By id, then by kind: the order of equal scores. */
    Comparator<Subject> ORDER = Comparator.comparing(Subject::uuid)
            .thenComparing(subject -> subject.getClass().getSimpleName());

    /** The id as a bare value. */
    UUID uuid();

    /** The side that a company looks for. */
    sealed interface Expert extends Subject {}

    /** A researcher. */
    record Researcher(ResearcherId id) implements Expert {
        @Override
        public UUID uuid() {
            return id.value();
        }
    }

    /** A research area of a sub-project. */
    record Area(ResearchAreaId id) implements Expert {
        @Override
        public UUID uuid() {
            return id.value();
        }
    }

    /** A company's collaboration interest. */
    record Interest(InterestId id) implements Subject {
        @Override
        public UUID uuid() {
            return id.value();
        }
    }
}
