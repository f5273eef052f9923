package kr.nairl.platform.core.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.nairl.platform.core.interest.CollaborationMode;
import kr.nairl.platform.core.interest.InterestCard;
import kr.nairl.platform.core.interest.InterestField;
import kr.nairl.platform.core.research.SubProjectName;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.LocalizedText;
import kr.nairl.platform.core.vocabulary.Topic;

/** Interests as the engine reads them. */
final class NeedDocuments {

    private NeedDocuments() {}

    static NeedDocument of(InterestCard card) {
        List<NeedDocument.Text> texts = new ArrayList<>();
        add(texts, NeedDocument.Part.TITLE, "title", card.title());
        add(texts, NeedDocument.Part.NEED, "need", card.need());
        return new NeedDocument(
                new Subject.Interest(card.id()),
                texts,
                card.topics().stream().map(Topic::id).collect(Collectors.toSet()),
                mode(card.mode()),
                card.subProjects().stream().map(SubProjectName::number).collect(Collectors.toSet()),
                Stream.of(InterestField.NEED, InterestField.TOPICS, InterestField.SUB_PROJECTS)
                        .filter(field -> !card.isEmpty(field))
                        .map(card::audience)
                        .reduce(card.audience(), Audience::narrower));
    }

    private static void add(List<NeedDocument.Text> texts, NeedDocument.Part part, String field, LocalizedText text) {
        for (Language language : Language.values()) {
            String form = text.exactly(language);
            if (form != null) {
                texts.add(new NeedDocument.Text(part, field, language, form));
            }
        }
    }

    private static NeedDocument.Mode mode(CollaborationMode mode) {
        return switch (mode) {
            case JOINT_RESEARCH -> NeedDocument.Mode.JOINT_RESEARCH;
            case DATA -> NeedDocument.Mode.DATA;
            case PROOF_OF_CONCEPT -> NeedDocument.Mode.PROOF_OF_CONCEPT;
            case TECHNOLOGY_TRANSFER -> NeedDocument.Mode.TECHNOLOGY_TRANSFER;
            case INTERNSHIP -> NeedDocument.Mode.INTERNSHIP;
            case ADVICE -> NeedDocument.Mode.ADVICE;
        };
    }
}
