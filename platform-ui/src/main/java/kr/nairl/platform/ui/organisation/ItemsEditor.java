package kr.nairl.platform.ui.organisation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.io.Serial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import kr.nairl.platform.core.organisation.ProfileItem;
import kr.nairl.platform.core.shared.Audience;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.ui.component.AudienceWords;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.FieldErrors;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.ListCard;
import org.jspecify.annotations.Nullable;

/** The entries of a profile by kind: added, changed, taken away and put in order here, stored with the form around it. */
final class ItemsEditor extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final String FIELD = "items[";
    private static final int NOWHERE = -1;

    private final transient List<ProfileItem> items;
    private final transient Supplier<Audience> floor;
    private final transient Runnable changed;
    private final Map<Integer, String> problems = new HashMap<>();
    private final Map<ProfileItem.Kind, Button> adding = new EnumMap<>(ProfileItem.Kind.class);
    /** Where the keyboard goes on after the rows were made anew; null for nowhere. */
    private @Nullable Focus focus;

    private enum Tool {
        UP,
        DOWN,
        EDIT
    }

    /** A tool of the entry at a place. */
    private record Focus(int place, Tool tool) {}

    /**
     * @param floor who sees the profile, and so the most who can see an entry
     * @param changed called after each change
     */
    ItemsEditor(List<ProfileItem> items, Supplier<Audience> floor, Runnable changed) {
        this.items = new ArrayList<>(items);
        this.floor = floor;
        this.changed = changed;
        addClassName("stack");
        show();
    }

    /** As they stand now. */
    List<ProfileItem> items() {
        return List.copyOf(items);
    }

    /** Leads to where entries of this kind are added. */
    void goTo(ProfileItem.Kind kind) {
        Button add = adding.get(kind);
        if (add != null) {
            add.focus();
            add.scrollIntoView();
        }
    }

    /** The profile is seen by others now. */
    void floorMoved() {
        show();
    }

    void clearErrors() {
        problems.clear();
        show();
    }

    /** Says at each entry what was refused of it. */
    void show(InvalidInputException refused) {
        problems.clear();
        refused.violations().stream()
                .filter(violation -> violation.field().startsWith(FIELD))
                .forEach(violation -> problems.put(
                        Integer.parseInt(
                                violation.field().substring(FIELD.length()).split("]", 2)[0]),
                        FieldErrors.message(violation)));
        show();
    }

    private void show() {
        removeAll();
        for (ProfileItem.Kind kind : ProfileItem.Kind.values()) {
            add(card(kind));
        }
        focus = null;
    }

    /** What was refused of an entry no longer stands where it stood, so it is told again at the next saving. */
    private void changed(int place, Tool tool) {
        problems.clear();
        focus = new Focus(place, tool);
        show();
        changed.run();
    }

    private ListCard card(ProfileItem.Kind kind) {
        String title = getTranslation("organisation.items." + kind.name());
        ListCard card = new ListCard(title);
        Button add = Buttons.plain(
                getTranslation("organisation.item.add"),
                click -> new ItemDialog(title, ItemDialog.blank(kind), floor.get(), added -> {
                            items.add(added);
                            changed(items.size() - 1, Tool.EDIT);
                        })
                        .open());
        adding.put(kind, add);
        card.withActions(add);
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).kind() == kind) {
                places.add(i);
            }
        }
        if (places.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("organisation.items.hint." + kind.name()));
            none.addClassNames("small", "dim");
            card.withRow(none);
        }
        for (int n = 0; n < places.size(); n++) {
            row(card, title, places, n);
        }
        return card;
    }

    private void row(ListCard card, String title, List<Integer> places, int n) {
        int place = places.get(n);
        ProfileItem item = items.get(place);
        String name = item.name().text(Language.of(getLocale()));
        Div tools = Columns.row();
        tools.addClassName("tools");
        Button edit = Buttons.icon(
                Glyph.PENCIL,
                getTranslation("organisation.item.edit", name),
                click -> new ItemDialog(title, item, floor.get(), written -> {
                            items.set(place, written);
                            changed(place, Tool.EDIT);
                        })
                        .open());
        Map<Tool, Button> found = new EnumMap<>(Tool.class);
        found.put(Tool.EDIT, edit);
        if (n > 0) {
            Button up = Buttons.icon(
                    Glyph.CHEVRON_UP,
                    getTranslation("organisation.item.up", name),
                    click -> swap(place, places.get(n - 1), Tool.UP));
            found.put(Tool.UP, up);
            tools.add(up);
        }
        if (n < places.size() - 1) {
            Button down = Buttons.icon(
                    Glyph.CHEVRON_DOWN,
                    getTranslation("organisation.item.down", name),
                    click -> swap(place, places.get(n + 1), Tool.DOWN));
            found.put(Tool.DOWN, down);
            tools.add(down);
        }
        tools.add(edit, Buttons.icon(Glyph.TRASH_2, getTranslation("organisation.item.remove", name), click -> {
            items.remove(place);
            changed(n > 0 ? places.get(n - 1) : places.size() > 1 ? places.get(1) - 1 : NOWHERE, Tool.EDIT);
        }));
        if (focus != null && focus.place() == place) {
            // At the end of the list there is no way on in the same direction.
            found.getOrDefault(focus.tool(), edit).focus();
        }
        Div detail = new Div();
        if (!item.detail().isEmpty()) {
            detail.add(OrganisationWords.text(item.detail(), getLocale()));
        }
        String problem = problems.get(place);
        if (problem != null) {
            Span told = new Span(problem);
            told.addClassName("problem");
            detail.add(told);
        }
        Audience audience = floor.get().narrower(item.audience());
        if (audience != floor.get()) {
            tools.addComponentAsFirst(AudienceWords.tag(audience));
        }
        card.withRow(null, OrganisationWords.text(item.name(), getLocale()), detail, tools);
    }

    private void swap(int place, int other, Tool tool) {
        Collections.swap(items, place, other);
        changed(other, tool);
    }
}
