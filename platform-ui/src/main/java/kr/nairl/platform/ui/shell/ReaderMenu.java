package kr.nairl.platform.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.VaadinRequest;
import java.util.Locale;
import kr.nairl.platform.ui.component.Avatar;
import kr.nairl.platform.ui.component.Glyph;
import org.jspecify.annotations.Nullable;

/** The card of the person and the organisation acted for; behind it the account, language, theme and signing out. */
final class ReaderMenu extends Div {
    private final ShellContents contents;
    private final NativeButton card = new NativeButton();
    private final Popover menu = new Popover();
    private @Nullable ShellModel model;

    ReaderMenu(ShellContents contents, PopoverPosition position) {
        this.contents = contents;
        addClassName("reader-menu");
        card.addClassName("reader-card");
        menu.setTarget(card);
        menu.setPosition(position);
        menu.setAutofocus(true);
        menu.setAriaLabel(getTranslation("shell.account"));
        menu.addClassName("reader-menu-list");
        // Filled when it is opened: most pages are left without, and what a page holds counts for each open one.
        menu.addOpenedChangeListener(change -> {
            if (change.isOpened() && model != null) {
                fill(model);
            }
        });
        add(card, menu);
    }

    void show(ShellModel model) {
        this.model = model;
        boolean acts = !model.organisation().isBlank();
        Span first = new Span(acts ? model.organisation() : model.personName());
        first.addClassName("organisation");
        Span second =
                new Span(acts ? getTranslation("shell.roleAndName", model.role(), model.personName()) : model.role());
        second.addClassName("person");
        Div words = new Div(first, second);
        words.addClassName("words");
        card.removeAll();
        card.add(
                acts
                        ? Avatar.ofOrganisation(model.organisation(), model.organisationIdentity())
                        : Avatar.ofPerson(model.personName()),
                words,
                Glyph.CHEVRON_DOWN.icon());
        card.setAriaLabel(getTranslation("shell.account.of", model.personName(), model.organisation(), model.role())
                .strip());
        menu.removeAll();
    }

    private void fill(ShellModel model) {
        menu.removeAll();
        Span name = new Span(model.personName());
        name.addClassName("name");
        Span role = new Span(
                model.organisation().isBlank()
                        ? model.role()
                        : getTranslation("shell.roleAndName", model.organisation(), model.role()));
        role.addClassNames("small", "faint");
        Div who = new Div(name, role);
        who.addClassName("who");
        menu.add(who);
        if (!model.choices().isEmpty()) {
            menu.add(organisations(model));
        }
        model.account().forEach(link -> menu.add(accountLink(link)));
        menu.add(languages(), themes(), signOut());
    }

    private Div organisations(ShellModel model) {
        Div organisations = new Div();
        organisations.addClassName("organisations");
        organisations.getElement().setAttribute("role", "group");
        organisations.getElement().setAttribute("aria-label", getTranslation("shell.organisations"));
        for (OrganisationChoice choice : model.choices()) {
            RouterLink link = choice.link().get();
            link.addClassName("menu-line");
            Span name = new Span(choice.name());
            name.addClassName("name");
            Span role = new Span(choice.role());
            role.addClassNames("small", "faint");
            Div words = new Div(name, role);
            words.addClassName("words");
            link.add(Avatar.ofOrganisation(choice.name(), choice.identity()), words);
            if (choice.now()) {
                link.getElement().setAttribute("aria-current", "true");
                link.add(Glyph.CHECK.icon());
            }
            link.getElement().addEventListener("click", click -> menu.close());
            organisations.add(link);
        }
        return organisations;
    }

    private RouterLink accountLink(AccountLink account) {
        RouterLink link = new RouterLink(account.target());
        link.addClassName("menu-line");
        link.add(account.icon().icon(), new Span(getTranslation("account." + account.key())));
        link.getElement().addEventListener("click", click -> menu.close());
        return link;
    }

    private Div languages() {
        Div choices = choices("shell.language");
        for (Locale language : PlatformMessages.LANGUAGES) {
            NativeButton choice = new NativeButton(language.getDisplayLanguage(language), click -> speak(language));
            choice.getElement().setAttribute("lang", language.getLanguage());
            press(choice, language.getLanguage().equals(getLocale().getLanguage()));
            choices.add(choice);
        }
        return choices;
    }

    private Div themes() {
        Div choices = choices("shell.theme");
        Theme now = ReaderChoices.theme(contents, VaadinRequest.getCurrent());
        for (Theme theme : Theme.values()) {
            NativeButton choice = new NativeButton();
            choice.add(theme.glyph().icon(), new Span(getTranslation("shell.theme." + theme.code())));
            press(choice, theme == now);
            choice.addClickListener(click -> {
                wear(theme);
                choices.getChildren().forEach(other -> press((NativeButton) other, other == choice));
            });
            choices.add(choice);
        }
        return choices;
    }

    private Div choices(String key) {
        Div choices = new Div();
        choices.addClassName("choices");
        choices.getElement().setAttribute("role", "group");
        choices.getElement().setAttribute("aria-label", getTranslation(key));
        return choices;
    }

    private NativeButton signOut() {
        NativeButton leave = new NativeButton();
        leave.addClassName("menu-line");
        leave.add(Glyph.LOG_OUT.icon(), new Span(getTranslation("shell.signOut")));
        leave.addClickListener(click -> contents.signOut());
        return leave;
    }

    private static void press(NativeButton button, boolean pressed) {
        button.getElement().setAttribute("aria-pressed", Boolean.toString(pressed));
    }

    private void speak(Locale language) {
        contents.rememberLanguage(language);
        ReaderChoices.keepLanguage(language);
        UI.getCurrent().getPage().reload();
    }

    private void wear(Theme theme) {
        contents.rememberTheme(theme);
        ReaderChoices.keepTheme(theme);
        UI.getCurrent()
                .getPage()
                .executeJs(
                        "if ($0) document.documentElement.dataset.theme = $0;"
                                + " else delete document.documentElement.dataset.theme",
                        theme == Theme.SYSTEM ? "" : theme.code());
    }
}
