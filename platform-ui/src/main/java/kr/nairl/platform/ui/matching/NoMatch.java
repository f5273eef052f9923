package kr.nairl.platform.ui.matching;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.io.Serial;
import java.util.TreeSet;
import kr.nairl.platform.core.matching.MatchPage;
import kr.nairl.platform.core.matching.Ranking;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.Tag;

/** What stands in place of a ranking that would be noise: why there is none, and what would help. */
class NoMatch extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    /** @param side {@code need} or {@code expert}: what was asked with */
    NoMatch(MatchPage.Abstained abstained, String side) {
        Ranking.Abstained.Reason reason = abstained.reason();
        String advice = reason == Ranking.Abstained.Reason.UNREACHABLE ? reason.name() : side;
        add(new EmptyState(
                Glyph.TARGET,
                getTranslation("match.none." + reason.name()),
                getTranslation("match.none.advice." + advice)));
        Card help = new Card(getTranslation("match.help"));
        UnorderedList list = new UnorderedList();
        for (Ranking.Abstained.Missing missing : new TreeSet<>(abstained.missing())) {
            list.add(new ListItem(getTranslation("match.missing." + missing.name())));
        }
        if (!abstained.missing().isEmpty()) {
            help.add(list);
        }
        if (!abstained.unknownWords().isEmpty()) {
            Div words = Columns.row();
            abstained.unknownWords().forEach(word -> words.add(new Tag(word)));
            help.add(new Paragraph(getTranslation("match.unknownWords")), words);
        }
        if (!abstained.missing().isEmpty() || !abstained.unknownWords().isEmpty()) {
            add(help);
        }
        addClassName("stack");
    }
}
