package kr.nairl.platform.ui.notification;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.io.Serial;
import java.time.Clock;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.notification.Inbox;
import kr.nairl.platform.core.notification.Notice;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.Changes;
import kr.nairl.platform.core.shared.Page;
import kr.nairl.platform.core.shared.PageRequest;
import kr.nairl.platform.ui.alert.AlertNavigation;
import kr.nairl.platform.ui.component.Buttons;
import kr.nairl.platform.ui.component.EmptyState;
import kr.nairl.platform.ui.component.Glyph;
import kr.nairl.platform.ui.component.ListCard;
import kr.nairl.platform.ui.component.PageHeader;
import kr.nairl.platform.ui.component.PageLinks;
import kr.nairl.platform.ui.component.RelativeTime;
import kr.nairl.platform.ui.component.Tag;
import kr.nairl.platform.ui.shell.MainLayout;
import kr.nairl.platform.ui.shell.PlatformMessages;
import org.jspecify.annotations.Nullable;

/** All that the reader was told, newest first, a page at a time; new notices appear by themselves. */
@Route(value = "notifications", layout = MainLayout.class)
@PermitAll
class InboxView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int PAGE = 30;

    private final transient Inbox inbox;
    private final transient CurrentActor current;
    private final transient Changes changes;
    private final transient PlatformMessages messages;
    private final transient Clock clock;
    private transient Changes.@Nullable Subscription subscription;
    private QueryParameters query = QueryParameters.empty();

    InboxView(Inbox inbox, CurrentActor current, Changes changes, PlatformMessages messages, Clock clock) {
        this.inbox = inbox;
        this.current = current;
        this.changes = changes;
        this.messages = messages;
        this.clock = clock;
        addClassName("stack");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("inbox.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        query = entering.getLocation().getQueryParameters();
        show();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        Actor reader = current.actor();
        subscription = changes.subscribe(change -> {
            if (change.kind() == Changes.Kind.EVERYTHING
                    || (change.kind() == Changes.Kind.INBOX
                            && reader instanceof Actor.Person person
                            && person.id().value().equals(change.id()))) {
                ui.access(this::show);
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
    }

    private void show() {
        removeAll();
        PageHeader header = new PageHeader(getTranslation("inbox.title"))
                .withActions(AlertNavigation.button(getTranslation("inbox.alerts")));
        add(header);
        if (!(current.actor() instanceof Actor.Person reader)) {
            add(nothing());
            return;
        }
        int unread = inbox.unread(reader);
        header.withLead(getTranslation("inbox.lead", unread));
        if (unread > 0) {
            header.withActions(Buttons.plain(getTranslation("inbox.readAll"), click -> inbox.markAllRead(reader)));
        }
        Page<Notice> page = inbox.list(reader, new PageRequest(PageLinks.offset(query, PAGE), PAGE));
        if (page.items().isEmpty()) {
            add(nothing());
            return;
        }
        ListCard list = new ListCard(getTranslation("inbox.list"));
        for (Notice notice : page.items()) {
            Anchor link = new Anchor(notice.link().substring(1), NoticeWords.text(messages, getLocale(), notice));
            list.withRow(
                    notice.isUnread() ? new Tag(getTranslation("inbox.new"), NoticeWords.tone(notice)) : null,
                    link,
                    null,
                    new RelativeTime(notice.at(), clock.instant()));
        }
        add(
                list,
                new PageLinks(
                        getTranslation("inbox.list"),
                        InboxView.class,
                        RouteParameters.empty(),
                        query,
                        PAGE,
                        page.total()));
    }

    private EmptyState nothing() {
        return new EmptyState(Glyph.BELL, getTranslation("inbox.empty"), getTranslation("inbox.empty.advice"));
    }
}
