package kr.nairl.platform.ui.research;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.collaboration.AvailabilityDesk;
import kr.nairl.platform.core.matching.WishDesk;
import kr.nairl.platform.core.matching.Wishes;
import kr.nairl.platform.core.organisation.PartnerDirectory;
import kr.nairl.platform.core.research.ResearcherDirectory;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.StaleException;
import kr.nairl.platform.core.vocabulary.Concepts;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.Confirmation;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.Toast;
import kr.nairl.platform.ui.shell.MainLayout;
import org.jspecify.annotations.Nullable;

/** What a researcher wants of partners, when they are away, and with whom they are never to be matched. Leaving unsaved wishes asks first. */
@Route(value = "research/wishes", layout = MainLayout.class)
@RolesAllowed("RESEARCHER")
class OwnWishesView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient WishDesk desk;
    private final transient PartnerDirectory directory;
    private final transient AvailabilityDesk availability;
    private final transient ResearcherDirectory researchers;
    private final transient Concepts concepts;
    private final transient CurrentActor current;
    private @Nullable WishForm form;
    private int version;

    OwnWishesView(
            WishDesk desk,
            PartnerDirectory directory,
            AvailabilityDesk availability,
            ResearcherDirectory researchers,
            Concepts concepts,
            CurrentActor current) {
        this.desk = desk;
        this.availability = availability;
        this.researchers = researchers;
        this.directory = directory;
        this.concepts = concepts;
        this.current = current;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("wishes.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        removeAll();
        PageHeader header = new PageHeader(getTranslation("wishes.title"))
                .withPath(
                        List.of(new RouterLink(getTranslation("research.title"), OwnResearchView.class)),
                        getTranslation("wishes.here"));
        try {
            Wishes wishes = desk.own(current.actor());
            version = wishes.version();
            WishForm fields = new WishForm(wishes, concepts, current);
            form = fields;
            add(
                    header.withLead(getTranslation("wishes.lead"))
                            .withActions(Buttons.primary(getTranslation("research.save"), click -> save(fields))),
                    Columns.mainAndSide(
                            fields,
                            Columns.stack(
                                    new AvailabilityCard(availability, researchers, current),
                                    new ConflictsCard(desk, directory, current))));
        } catch (NotFoundException unlinked) {
            form = null;
            add(
                    header,
                    new EmptyState(
                            Glyph.ID_CARD,
                            getTranslation("research.unlinked"),
                            getTranslation("research.unlinked.advice")));
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent leaving) {
        if (form != null) {
            form.work().askBefore(leaving);
        }
    }

    private void save(WishForm fields) {
        try {
            desk.edit(current.actor(), fields.words(), version);
            version = desk.own(current.actor()).version();
            fields.markSaved();
            Toast.success(getTranslation("research.saved"));
        } catch (InvalidInputException refused) {
            fields.refuse(refused);
        } catch (StaleException overtaken) {
            int theirs = desk.own(current.actor()).version();
            Confirmation.askBeforeLoss(
                    getTranslation("research.overtaken.question"),
                    getTranslation("research.overtaken.consequence"),
                    getTranslation("research.overtaken.mine"),
                    () -> {
                        version = theirs;
                        save(fields);
                    });
        }
    }
}
