package kr.nairl.platform.ui.federation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.Command;
import java.io.Serial;
import kr.nairl.platform.core.federation.DomainKeeper;
import kr.nairl.platform.core.federation.EmailDomain;
import kr.nairl.platform.core.federation.EmailDomains;
import kr.nairl.platform.core.shared.EmailAddress;
import kr.nairl.platform.core.shared.InvalidInputException;
import kr.nairl.platform.core.shared.Language;
import kr.nairl.platform.core.shared.OrganisationId;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.Columns;
import kr.nairl.platform.ui.component.Confirmation;
import kr.nairl.platform.ui.component.FieldErrors;
import kr.nairl.platform.ui.component.Formats;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.KeyValues;
import kr.nairl.platform.ui.component.ListCard;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.component.Toast;
import kr.nairl.platform.ui.component.Tone;

/** The organisation's e-mail domains: which are proved, and how to prove another. */
final class DomainsCard extends Div {

    @Serial
    private static final long serialVersionUID = 1L;

    private final OrganisationId organisation;
    private final transient FederationDesk desk;
    private final boolean own;
    private final Command after;
    private final ListCard list = new ListCard(getTranslation("federation.domains"));

    DomainsCard(OrganisationId organisation, FederationDesk desk, boolean own, Command after) {
        this.organisation = organisation;
        this.desk = desk;
        this.own = own;
        this.after = after;
        Paragraph about = new Paragraph(getTranslation("federation.domains.about"));
        about.addClassNames("small", "dim");
        list.addComponentAtIndex(1, about);
        EmailDomains.Domains domains = desk.domains().of(desk.current().actor(), organisation);
        domains.first()
                .ifPresent(first -> list.withRow(
                        null,
                        new Span(first),
                        new Div(getTranslation("federation.domain.first")),
                        new Tag(getTranslation("federation.domain.VERIFIED"), Tone.OK)));
        domains.others().forEach(this::row);
        if (domains.first().isEmpty() && domains.others().isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("federation.domains.none"));
            none.addClassNames("small", "dim");
            list.withRow(none);
        }
        if (own) {
            list.add(adding());
        }
        add(list);
    }

    private void row(EmailDomain domain) {
        boolean proved = domain.state() == EmailDomain.State.VERIFIED;
        Div end = Columns.row(
                new Tag(getTranslation("federation.domain." + domain.state().name()), proved ? Tone.OK : Tone.WARN));
        if (own) {
            end.add(Buttons.icon(
                    Glyph.TRASH_2,
                    getTranslation("federation.domain.remove", domain.name()),
                    click -> Confirmation.askBeforeLoss(
                            getTranslation("federation.domain.remove.question", domain.name()),
                            getTranslation("federation.domain.remove.consequence"),
                            getTranslation("federation.domain.remove.do"),
                            () -> {
                                desk.domains().remove(desk.current().actor(), organisation, domain.id());
                                after.execute();
                            })));
        }
        EmailDomain.Proof proof = domain.proof();
        String detail = proof != null && domain.verifiedAt() != null
                ? getTranslation(
                        "federation.domain.by." + proof.name(), Formats.here().date(domain.verifiedAt()))
                : getTranslation("federation.domain.asked", Formats.here().date(domain.askedAt()));
        list.withRow(null, new Span(domain.name()), new Div(detail), end);
        if (own && !proved) {
            list.withRow(proving(domain));
        }
    }

    /** Two ways: a record in the domain name system, or a mail to whoever keeps the domain. */
    private Component proving(EmailDomain domain) {
        Paragraph dns = new Paragraph(getTranslation("federation.dns.about"));
        dns.addClassName("small");
        Select<DomainKeeper> keeper = new Select<>();
        keeper.setLabel(getTranslation("federation.mail.to"));
        keeper.setItems(DomainKeeper.values());
        keeper.setItemLabelGenerator(one -> one.at(domain.name()).value());
        keeper.setValue(DomainKeeper.POSTMASTER);
        Div ways = new Div(
                dns,
                new KeyValues()
                        .with(
                                getTranslation("federation.dns.type"),
                                new Span(getTranslation("federation.dns.type.text")))
                        .with(getTranslation("federation.dns.name"), new CopyLine(domain.recordName()))
                        .with(getTranslation("federation.dns.value"), new CopyLine(domain.record())),
                Buttons.plain(getTranslation("federation.dns.look"), click -> look(domain)));
        Paragraph mail = new Paragraph(
                domain.mailedTo() == null
                        ? getTranslation("federation.mail.about")
                        : getTranslation(
                                "federation.mail.waiting", domain.mailedTo().value()));
        mail.addClassName("small");
        Div byMail = new Div(
                mail,
                Columns.row(
                        keeper, Buttons.plain(getTranslation("federation.mail.do"), click -> mail(domain, keeper))));
        byMail.addClassName("prove-by-mail");
        Div both = new Div(ways, byMail);
        both.addClassName("prove-domain");
        NativeDetails details = new NativeDetails(getTranslation("federation.domain.prove"), both);
        details.setOpen(true);
        return details;
    }

    private void mail(EmailDomain domain, Select<DomainKeeper> keeper) {
        FieldErrors errors = new FieldErrors().at("keeper", keeper);
        errors.clear();
        try {
            EmailAddress to = desk.domains()
                    .mail(
                            desk.current().actor(),
                            organisation,
                            domain.id(),
                            keeper.getValue(),
                            Language.of(getLocale()));
            Toast.success(getTranslation("federation.mail.sent", to.value()));
            after.execute();
        } catch (InvalidInputException refused) {
            errors.show(refused);
        }
    }

    private void look(EmailDomain domain) {
        switch (desk.domains().look(desk.current().actor(), organisation, domain.id())) {
            case PROVED -> {
                Toast.success(getTranslation("federation.domain.proved", domain.name()));
                after.execute();
            }
            case NOTHING_FOUND -> Toast.error(getTranslation("federation.dns.nothing"));
            case TAKEN -> Toast.error(getTranslation("federation.domain.taken"));
        }
    }

    private Component adding() {
        TextField name = new TextField(getTranslation("federation.domain.add.label"));
        name.setPlaceholder(getTranslation("federation.domain.add.example"));
        FieldErrors errors = new FieldErrors().at("domain", name);
        Div row = Columns.row(name, Buttons.plain(getTranslation("federation.domain.add"), click -> {
            errors.clear();
            try {
                desk.domains().ask(desk.current().actor(), organisation, name.getValue());
                after.execute();
            } catch (InvalidInputException refused) {
                errors.show(refused);
            }
        }));
        row.addClassName("field-and-button");
        return row;
    }
}
