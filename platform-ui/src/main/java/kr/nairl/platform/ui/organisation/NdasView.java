package kr.nairl.platform.ui.organisation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.io.Serial;
import java.time.LocalDate;
import java.util.List;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.organisation.Nda;
import kr.nairl.platform.core.organisation.NdaDesk;
import kr.nairl.platform.core.organisation.PartnerDirectory;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.ui.component.Avatar;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.Confirmation;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.ListCard;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Toast;
import kr.nairl.platform.ui.component.Tone;
import kr.nairl.platform.ui.shell.MainLayout;

/** With whom the organisation has signed non-disclosure agreements: its administrators record and end its own. */
@Route(value = "agreements", layout = MainLayout.class)
@RolesAllowed({"MEMBER", "ADMINISTRATOR", "RESEARCHER", "LAB_MANAGER"})
class NdasView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient NdaDesk desk;
    private final transient PartnerDirectory directory;
    private final transient CurrentActor current;

    NdasView(NdaDesk desk, PartnerDirectory directory, CurrentActor current) {
        this.desk = desk;
        this.directory = directory;
        this.current = current;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nda.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        show();
    }

    private void show() {
        Actor.Person reader = (Actor.Person) current.actor();
        List<Nda> all = desk.list(reader);
        removeAll();
        add(new PageHeader(getTranslation("nda.title")).withLead(getTranslation("nda.lead")));
        Div main = Columns.stack();
        if (all.isEmpty()) {
            main.add(new EmptyState(
                    Glyph.FILE_TEXT,
                    getTranslation("nda.empty"),
                    getTranslation(desk.mayRecord(reader) ? "nda.empty.advice" : "nda.empty.wait")));
        }
        list(main, "nda.ours", reader, all, true);
        list(main, "nda.theirs", reader, all, false);
        if (desk.mayRecord(reader)) {
            add(Columns.mainAndSide(main, new NdaForm(desk, directory, current, this::show)));
        } else {
            add(main);
        }
    }

    private void list(Div main, String title, Actor.Person reader, List<Nda> all, boolean own) {
        List<Nda> here = all.stream()
                .filter(nda -> nda.owner().equals(reader.organisation()) == own)
                .toList();
        if (here.isEmpty()) {
            return;
        }
        ListCard list = new ListCard(getTranslation(title));
        for (Nda nda : here) {
            String name = (own ? nda.otherName() : nda.ownerName()).text(Language.of(getLocale()));
            list.withRow(
                    Avatar.ofOrganisation(name, own ? nda.other() : nda.owner()),
                    new Span(name),
                    new Span(days(nda)),
                    end(reader, nda, name, own));
        }
        main.add(list);
    }

    private String days(Nda nda) {
        LocalDate last = nda.endsOn();
        return last == null
                ? getTranslation("nda.since", Formats.here().date(nda.signedOn()))
                : getTranslation(
                        "nda.between",
                        Formats.here().date(nda.signedOn()),
                        Formats.here().date(last));
    }

    private Component end(Actor.Person reader, Nda nda, String name, boolean own) {
        boolean stands = desk.stands(reader, nda);
        Tag tag = stands
                ? new Tag(getTranslation("nda.stands"), Tone.OK).withIcon(Glyph.LOCK)
                : new Tag(getTranslation("nda.over"));
        if (!own || nda.endedAt() != null || !desk.mayRecord(reader)) {
            return tag;
        }
        return Columns.row(
                tag,
                Buttons.quiet(
                        getTranslation("nda.end"),
                        click -> Confirmation.askBeforeLoss(
                                getTranslation("nda.end.question", name),
                                getTranslation("nda.end.consequence"),
                                getTranslation("nda.end"),
                                () -> {
                                    desk.end(current.actor(), nda.id());
                                    Toast.success(getTranslation("nda.ended"));
                                    show();
                                })));
    }
}
