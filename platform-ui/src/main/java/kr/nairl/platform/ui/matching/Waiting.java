package kr.nairl.platform.ui.matching;

import com.vaadin.flow.component.html.Div;
import java.io.Serial;
import java.util.function.Consumer;
import kr.nairl.platform.core.matching.MatchPage;
import kr.nairl.platform.core.matching.Ranking;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.WorkProgress;

/** Stands while the texts are still being read after a start, and asks again by itself, a few times. */
class Waiting extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int TRIES = 15;
    private static final int PAUSE_MILLIS = 2_000;

    /**
     * @param tries how often was asked already
     * @param again asks, and is told how often that was
     */
    Waiting(int tries, Consumer<Integer> again) {
        add(new Card(new WorkProgress(getTranslation("match.reading"))));
        getElement()
                .executeJs("return new Promise(done => setTimeout(() => done(true), $0))", PAUSE_MILLIS)
                .then(answer -> again.accept(tries + 1));
    }

    /** Whether an answer may only be early. */
    static boolean worthwhile(MatchPage page, int tries) {
        return page instanceof MatchPage.Abstained(var reason, var missing, var words, var engine, var at, var aside)
                && reason == Ranking.Abstained.Reason.NOTHING_TO_SEARCH
                && tries < TRIES;
    }
}
