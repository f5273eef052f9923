package kr.nairl.platform.core.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.vocabulary.Glossary;

/**
 * Says a text in English words, for a sentence model that reads English only. English stays as it is; a Korean concept
 * becomes its English label, another Korean word its likeliest translations, and what has neither is left out. No
 * sentences for people.
 */
final class Rendering {

    /** A second translation stands beside the first when it is nearly as likely. */
    private static final double NEARLY = 0.6;

    private record Piece(int start, String english) {}

    private final Glossary glossary;
    private final Lexicon lexicon;

    Rendering(Glossary glossary, Lexicon lexicon) {
        this.glossary = glossary;
        this.lexicon = lexicon;
    }

    /** Empty when nothing of the text can be said. */
    String english(List<TextAnalysis.Sentence> sentences) {
        StringJoiner rendered = new StringJoiner(" ");
        for (TextAnalysis.Sentence sentence : sentences) {
            if (sentence.text().chars().noneMatch(TextAnalysis::isHangul)) {
                rendered.add(sentence.text());
            } else {
                List<Piece> pieces = pieces(sentence);
                if (!pieces.isEmpty()) {
                    pieces.sort(Comparator.comparingInt(Piece::start));
                    StringJoiner words = new StringJoiner(" ", "", ".");
                    pieces.forEach(piece -> words.add(piece.english()));
                    rendered.add(words.toString());
                }
            }
        }
        return rendered.toString();
    }

    private List<Piece> pieces(TextAnalysis.Sentence sentence) {
        List<Piece> pieces = new ArrayList<>();
        for (Glossary.Mention mention : sentence.mentions()) {
            String label =
                    glossary.entry(mention.concept()).map(Glossary.Entry::en).orElse(null);
            if (label != null) {
                pieces.add(new Piece(mention.start(), label));
            }
        }
        for (TextAnalysis.Word word : sentence.words()) {
            if (!sentence.covered(word) && !compound(word, sentence)) {
                String english = word.term().language() == Language.EN
                        ? sentence.text().substring(word.start(), word.end())
                        : translated(word.term());
                if (!english.isEmpty()) {
                    pieces.add(new Piece(word.start(), english));
                }
            }
        }
        return pieces;
    }

    /** Nori gives a compound and its parts; the parts say it. */
    private static boolean compound(TextAnalysis.Word word, TextAnalysis.Sentence sentence) {
        return sentence.words().stream()
                .anyMatch(other -> other.start() >= word.start()
                        && other.end() <= word.end()
                        && other.end() - other.start() < word.end() - word.start());
    }

    private String translated(TextAnalysis.Term term) {
        List<Lexicon.Translation> translations = lexicon.translations(term);
        StringJoiner words = new StringJoiner(" ");
        for (int i = 0; i < Math.min(2, translations.size()); i++) {
            if (i == 0
                    || translations.get(i).probability()
                            >= NEARLY * translations.getFirst().probability()) {
                words.add(lexicon.written(translations.get(i).term()));
            }
        }
        return words.toString();
    }
}
