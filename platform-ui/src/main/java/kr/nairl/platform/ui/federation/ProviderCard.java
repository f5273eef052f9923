package kr.nairl.platform.ui.federation;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.VaadinServletRequest;
import java.io.Serial;
import java.util.Optional;
import kr.nairl.platform.auth.SignedIn;
import kr.nairl.platform.auth.ThroughProvider;
import kr.nairl.platform.core.federation.OwnProvider;
import kr.nairl.platform.core.federation.OwnProviders;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Card;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.Confirmation;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.KeyValues;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Tone;

/** The organisation's own identity provider: where it stands, and the steps from entering it to requiring it. */
final class ProviderCard extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final OrganisationId organisation;
    private final transient FederationDesk desk;
    private final boolean own;
    private final Command after;
    private final Card card = new Card(getTranslation("federation.provider"));

    ProviderCard(OrganisationId organisation, FederationDesk desk, boolean own, Command after) {
        this.organisation = organisation;
        this.desk = desk;
        this.own = own;
        this.after = after;
        add(card);
        Optional<OwnProvider> provider = desk.providers().of(desk.current().actor(), organisation);
        if (provider.isPresent()) {
            show(provider.get());
        } else if (!own) {
            card.add(quiet("federation.provider.none.lab"));
        } else if (desk.domains().of(desk.current().actor(), organisation).any()) {
            card.add(quiet("federation.provider.about"), new ProviderEntry(organisation, desk, after));
        } else {
            card.add(quiet("federation.provider.about"), quiet("federation.provider.domainFirst"));
        }
    }

    private void show(OwnProvider provider) {
        KeyValues facts = new KeyValues()
                .with(getTranslation("federation.provider.state"), state(provider))
                .with(
                        getTranslation("federation.provider.protocol"),
                        getTranslation(
                                "federation.protocol." + provider.protocol().name()))
                .with(getTranslation("federation.provider.issuer"), provider.issuer());
        if (!provider.clientId().isBlank()) {
            facts.with(getTranslation("federation.provider.clientId"), provider.clientId());
        }
        facts.with(
                getTranslation("federation.provider.proved"),
                provider.provedAt() == null
                        ? getTranslation("federation.provider.notYet")
                        : Formats.here().dateTime(provider.provedAt()));
        card.add(facts, quiet(next(provider)));
        if (own) {
            card.add(ProviderEntry.entries(this, desk, organisation, provider.protocol()));
        }
        card.add(steps(provider));
    }

    private Tag state(OwnProvider provider) {
        if (provider.stoppedByLab()) {
            return new Tag(getTranslation("federation.state.STOPPED_BY_LAB"), Tone.BAD);
        }
        if (!provider.open()) {
            return new Tag(getTranslation("federation.state.STOPPED"), Tone.WARN);
        }
        return provider.required()
                ? new Tag(getTranslation("federation.state.REQUIRED"), Tone.OK)
                : new Tag(getTranslation("federation.state.OPEN"), Tone.BRAND);
    }

    private String next(OwnProvider provider) {
        if (!provider.open()) {
            return "federation.next.stopped";
        }
        if (provider.required()) {
            return "federation.next.required";
        }
        return provider.provedAt() == null ? "federation.next.try" : "federation.next.require";
    }

    private Div steps(OwnProvider provider) {
        Div row = Columns.row();
        if (own && provider.open()) {
            row.add(
                    provider.provedAt() == null
                            ? Buttons.primary(getTranslation("federation.try"), click -> tryIt(provider))
                            : Buttons.plain(getTranslation("federation.try"), click -> tryIt(provider)));
            if (provider.required()) {
                row.add(Buttons.plain(
                        getTranslation("federation.optional"),
                        click -> finish(desk.providers().require(desk.current().actor(), organisation, false))));
            } else if (provider.provedAt() != null) {
                row.add(Buttons.primary(
                        getTranslation("federation.require"),
                        click -> Confirmation.ask(
                                getTranslation("federation.require.question"),
                                getTranslation("federation.require.consequence"),
                                getTranslation("federation.require"),
                                () -> finish(
                                        desk.providers().require(desk.current().actor(), organisation, true)))));
            }
        }
        if (provider.open()) {
            row.add(Buttons.plain(
                    getTranslation("federation.stop"),
                    click -> Confirmation.askBeforeLoss(
                            getTranslation("federation.stop.question"),
                            getTranslation("federation.stop.consequence"),
                            getTranslation("federation.stop"),
                            () -> {
                                desk.providers().stop(desk.current().actor(), organisation);
                                finish(new OwnProviders.Outcome.Done());
                            })));
        } else if (!own || !provider.stoppedByLab()) {
            row.add(Buttons.plain(
                    getTranslation("federation.goOn"),
                    click -> finish(desk.providers().goOn(desk.current().actor(), organisation))));
        }
        if (own && !provider.stoppedByLab()) {
            row.add(Buttons.destructive(
                    getTranslation("federation.remove"),
                    click -> Confirmation.askBeforeLoss(
                            getTranslation("federation.remove.question"),
                            getTranslation("federation.remove.consequence"),
                            getTranslation("federation.remove"),
                            () -> finish(desk.providers().remove(desk.current().actor(), organisation)))));
        }
        return row;
    }

    /** Whoever did not come through it themselves has to, from here on. */
    private void require(OwnProvider provider) {
        OwnProviders.Outcome outcome = desk.providers().require(desk.current().actor(), organisation, true);
        boolean came = desk.current()
                .signedIn()
                .flatMap(SignedIn::provider)
                .filter(provider.alias()::equals)
                .isPresent();
        if (outcome instanceof OwnProviders.Outcome.Done && !came) {
            tryIt(provider);
        } else {
            finish(outcome);
        }
    }

    /** Away to the provider and back to this page: what comes back is the proof. */
    private void tryIt(OwnProvider provider) {
        String address = ThroughProvider.signInAndOpen(
                VaadinServletRequest.getCurrent().getHttpServletRequest(), provider.alias(), "/" + SignInView.PATH);
        getUI().ifPresent(ui -> ui.getPage().setLocation(address));
    }

    private void finish(OwnProviders.Outcome outcome) {
        ProviderEntry.say(this, outcome);
        after.execute();
    }

    private Paragraph quiet(String key) {
        Paragraph text = new Paragraph(getTranslation(key));
        text.addClassNames("small", "dim");
        return text;
    }
}
