package kr.nairl.platform.core.matching;

import java.time.YearMonth;
import kr.nairl.platform.core.interest.CollaborationMode;
import kr.nairl.platform.core.organisation.OrganisationKind;
import kr.nairl.platform.core.vocabulary.Topic;
import org.jspecify.annotations.Nullable;

/** Something that a match's two sides said beside their texts, for the match or against it. */
public sealed interface FitPoint {

    /** Does it speak for the match? */
    boolean suits();

    /** The researcher wants this form of working, or others. */
    record Form(CollaborationMode mode, boolean suits) implements FitPoint {}

    /** The researcher wants to work in this field, which the need names. */
    record Field(Topic field) implements FitPoint {
        @Override
        public boolean suits() {
            return true;
        }
    }

    /** The researcher wants partners of this kind, or of others. */
    record Partner(OrganisationKind kind, boolean suits) implements FitPoint {}

    /** The need is written in no language that the researcher works in. */
    record NoSharedLanguage() implements FitPoint {
        @Override
        public boolean suits() {
            return false;
        }
    }

    /**
     * Whether the researcher can take on something new this month.
     *
     * @param again the month in which there is room again; null when there is room, and when nothing tells
     */
    record Room(boolean suits, @Nullable YearMonth again) implements FitPoint {}

    /**
     * Earlier answers to needs with the same topics.
     *
     * @param outOfField whether a request that both sides know of was declined as out of field
     */
    record Answers(boolean suits, boolean outOfField) implements FitPoint {}
}
