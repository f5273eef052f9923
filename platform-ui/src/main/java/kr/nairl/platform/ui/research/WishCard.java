package kr.nairl.platform.ui.research;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Collection;
import java.util.function.Function;
import kr.nairl.platform.core.matching.Wishes;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.KeyValues;
import kr.nairl.platform.ui.component.Tag;

/** What a researcher wants of partners, as their page tells it. */
public final class WishCard {

    private WishCard() {}

    /** @param wishes something is said */
    static Card of(Component page, Wishes wishes) {
        return new Card(page.getTranslation("wishes.shown"), facts(page, wishes));
    }

    /** Empty where nothing is said. */
    public static KeyValues facts(Component page, Wishes wishes) {
        KeyValues facts = new KeyValues();
        if (!wishes.modes().isEmpty()) {
            facts.with(
                    page.getTranslation("wishes.modes"),
                    tags(wishes.modes(), mode -> page.getTranslation("mode." + mode.name())));
        }
        if (!wishes.fields().isEmpty()) {
            facts.with(page.getTranslation("wishes.fields"), ResearchWords.topics(wishes.fields(), 15));
        }
        if (!wishes.partners().isEmpty()) {
            facts.with(
                    page.getTranslation("wishes.partners"),
                    tags(wishes.partners(), kind -> page.getTranslation("organisation.kind." + kind.name())));
        }
        if (!wishes.languages().isEmpty()) {
            facts.with(
                    page.getTranslation("wishes.languages"),
                    tags(wishes.languages(), one -> page.getTranslation("component.language." + one.code())));
        }
        if (!wishes.data().isEmpty()) {
            facts.with(page.getTranslation("wishes.data"), ResearchWords.prose(wishes.data()));
        }
        Integer capacity = wishes.capacity();
        if (capacity != null) {
            facts.with(
                    page.getTranslation("wishes.capacity"),
                    new Span(page.getTranslation("wishes.capacity.shown", capacity)));
        }
        return facts;
    }

    private static <E extends Enum<E>> Div tags(Collection<E> values, Function<E, String> words) {
        Div row = Columns.row();
        values.stream().sorted().map(words).map(Tag::new).forEach(row::add);
        return row;
    }
}
