package kr.nairl.platform.core.matching;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.vocabulary.ConceptId;

/**
 * What a ranking is asked for: the texts and topics of one side. It may come from a stored interest or researcher, or
 * from what a person is typing. The asking person must be allowed to read all of it, since reasons quote it.
 *
 * @param topics concepts that a person chose; they weigh more than those found in the texts
 * @param subProjects numbers of the sub-projects named (by a need) or belonged to (by an expert)
 */
public record Probe(List<Text> texts, Set<ConceptId> topics, Set<Integer> subProjects) {

    /** How much a text speaks for the whole. */
    public enum Emphasis {
        TITLE,
        BODY,
        /** Said in passing, such as a biography. */
        ASIDE
    }

    /** One text of the probe, in Unicode's composed form (NFC), which positions in reasons refer to. */
    public record Text(SourceReference source, Emphasis emphasis, Language language, String text) {
        public Text {
            text = Normalizer.normalize(text, Normalizer.Form.NFC);
        }
    }

    public Probe {
        texts = List.copyOf(texts);
        topics = Set.copyOf(topics);
        subProjects = Set.copyOf(subProjects);
    }

    /** The same asking one topic more. */
    Probe with(ConceptId topic) {
        Set<ConceptId> more = new HashSet<>(topics);
        more.add(topic);
        return new Probe(texts, more, subProjects);
    }

    /** The probe that an interest is. */
    public static Probe of(NeedDocument need) {
        List<Text> texts = new ArrayList<>();
        for (NeedDocument.Text text : need.texts()) {
            Emphasis emphasis = switch (text.part()) {
                case TITLE -> Emphasis.TITLE;
                case NEED -> Emphasis.BODY;
            };
            texts.add(new Text(text.source(need.subject().uuid()), emphasis, text.language(), text.text()));
        }
        return new Probe(texts, need.topics(), need.subProjects());
    }

    /** The probe that a researcher's or an area's documents make together. */
    public static Probe of(Collection<ExpertDocument> documents) {
        List<Text> texts = new ArrayList<>();
        Set<ConceptId> topics = new HashSet<>();
        Set<Integer> subProjects = new HashSet<>();
        for (ExpertDocument document : documents) {
            Emphasis emphasis = switch (document.kind()) {
                case HEADLINE, TOPIC, SEEKS -> Emphasis.TITLE;
                case RESULT, KEY_RESULT, AREA, UPDATE -> Emphasis.BODY;
                case BIOGRAPHY -> Emphasis.ASIDE;
            };
            texts.add(new Text(document.source(), emphasis, document.language(), document.text()));
            topics.addAll(document.topics());
            if (document.subProject() != null) {
                subProjects.add(document.subProject());
            }
        }
        return new Probe(texts, topics, subProjects);
    }
}
