package kr.nairl.platform.ui.privacy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.privacy.Consents;
import kr.nairl.platform.core.privacy.OwnData;
import kr.nairl.platform.core.privacy.PersonalData;
import kr.nairl.platform.core.privacy.Retention;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.KeyValues;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.ledger.LedgerNavigation;
import kr.nairl.platform.ui.shell.MainLayout;
import kr.nairl.platform.ui.shell.PlatformMessages;
import kr.nairl.platform.ui.shell.ShellContents;

/** A person's own data, also for somebody who works for nobody here any more: it is still theirs. */
@Route(value = "privacy", layout = MainLayout.class)
@PermitAll
class PrivacyView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient OwnData data;
    private final transient Consents consents;
    private final transient Retention retention;
    private final transient CurrentActor current;
    private final ShellContents shell;
    private final transient PlatformMessages messages;

    PrivacyView(
            OwnData data,
            Consents consents,
            Retention retention,
            CurrentActor current,
            ShellContents shell,
            PlatformMessages messages) {
        this.data = data;
        this.consents = consents;
        this.retention = retention;
        this.current = current;
        this.shell = shell;
        this.messages = messages;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("privacy.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        removeAll();
        add(new PageHeader(getTranslation("privacy.title")).withLead(getTranslation("privacy.lead")));
        current.signedIn()
                .flatMap(who -> data.read(who.issuer(), who.getName()))
                .ifPresentOrElse(
                        this::show,
                        () -> add(new EmptyState(
                                Glyph.SHIELD_CHECK,
                                getTranslation("privacy.nothing"),
                                getTranslation("privacy.nothing.advice"))));
    }

    private Component consents() {
        return current.signedIn()
                .<Component>map(who -> new ConsentsCard(consents, who))
                .orElseGet(Div::new);
    }

    /** Somebody who works for no organisation any more opens nothing. */
    private Component opened() {
        if (!(current.actor() instanceof Actor.Person)) {
            return new Div();
        }
        Paragraph meaning = new Paragraph(getTranslation("ledger.own"));
        meaning.addClassNames("small", "dim");
        return new Card(getTranslation("ledger.title"), meaning, LedgerNavigation.button(getTranslation("ledger.see")));
    }

    private Card kept() {
        KeyValues rules = new KeyValues();
        retention
                .schedule(current.actor())
                .forEach(rule -> rules.with(
                        getTranslation("privacy.kept." + rule.what()),
                        getTranslation("privacy.kept.days", rule.days())));
        Paragraph rest = new Paragraph(getTranslation("privacy.kept.rest"));
        rest.addClassNames("small", "dim");
        Card card = new Card(getTranslation("privacy.kept"), rules, rest);
        card.addClassName("kept-rules");
        return card;
    }

    private void show(PersonalData stored) {
        Card all = new Card(getTranslation("privacy.stored"));
        all.addClassName("own-data");
        stored.sections().stream()
                .filter(section -> !section.entries().isEmpty())
                .forEach(section -> all.add(new DataSection(section, messages)));
        Paragraph take = new Paragraph(getTranslation("privacy.take.how"));
        take.addClassNames("small", "dim");
        Anchor file = new Anchor(PrivacyExport.PATH, getTranslation("privacy.take.do"));
        file.addClassName("button");
        file.setRouterIgnore(true);
        add(Columns.mainAndSide(
                all,
                new Card(getTranslation("privacy.take"), take, file),
                opened(),
                consents(),
                kept(),
                new EraseCard(data, current, shell)));
    }
}
