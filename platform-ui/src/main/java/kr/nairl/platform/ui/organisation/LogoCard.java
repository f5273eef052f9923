package kr.nairl.platform.ui.organisation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.UploadMetadata;
import java.io.Serial;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.file.StoredFiles;
import kr.nairl.platform.core.file.Upload;
import kr.nairl.platform.core.organisation.OrganisationProfile;
import kr.nairl.platform.core.organisation.ProfileDesk;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Confirmation;
import kr.nairl.platform.ui.component.FieldErrors;
import kr.nairl.platform.ui.component.FilePicker;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.Toast;

/** The logo as others see it, and changing it. A picture counts as soon as it is uploaded. */
final class LogoCard extends Card {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ProfileDesk desk;
    private final transient CurrentActor current;
    private final OrganisationId organisation;
    private final Command after;
    private final Span problem = new Span();

    LogoCard(OrganisationProfile profile, ProfileDesk desk, CurrentActor current, Command after) {
        this.desk = desk;
        this.current = current;
        this.organisation = profile.id();
        this.after = after;
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        Div preview = new Div(
                OrganisationWords.avatar(profile.name().text(Language.of(getLocale())), profile.id(), profile.logo())
                        .large());
        preview.addClassName("partner-logo");
        Paragraph rules = new Paragraph(
                getTranslation("organisation.logo.rules", Formats.here().size(StoredFiles.MAX_LOGO)));
        rules.addClassNames("small", "dim");
        add(new H2(getTranslation("organisation.logo")), preview, rules, upload(), problem);
        if (profile.logo() != null) {
            add(Buttons.quiet(
                    getTranslation("organisation.logo.remove"),
                    click -> Confirmation.askBeforeLoss(
                            getTranslation("organisation.logo.remove.question"),
                            getTranslation("organisation.logo.remove.consequence"),
                            getTranslation("organisation.logo.remove"),
                            this::remove)));
        }
    }

    /** Leads to where the picture is chosen. */
    void goTo() {
        scrollIntoView();
        getElement().executeJs("this.querySelector('vaadin-upload [slot=add-button]')?.focus({focusVisible: true})");
    }

    private FilePicker upload() {
        FilePicker upload = new FilePicker(
                "organisation.logo",
                "fieldError.file-type",
                StoredFiles.MAX_LOGO,
                this::take,
                problem::setText,
                ".png",
                ".jpg",
                ".jpeg",
                ".webp");
        upload.setAcceptedMimeTypes("image/png", "image/jpeg", "image/webp");
        return upload;
    }

    private void take(UploadMetadata file, byte[] bytes) {
        try {
            desk.changeLogo(current.actor(), organisation, new Upload(file.fileName(), file.contentType(), bytes));
            Toast.success(getTranslation("organisation.logo.done"));
            after.execute();
        } catch (InvalidInputException refused) {
            problem.setText(FieldErrors.message(refused.violations().getFirst()));
        }
    }

    private void remove() {
        desk.removeLogo(current.actor(), organisation);
        Toast.success(getTranslation("organisation.logo.removed"));
        after.execute();
    }
}
