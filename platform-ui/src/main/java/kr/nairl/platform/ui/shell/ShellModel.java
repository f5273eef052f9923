package kr.nairl.platform.ui.shell;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the shell shows for the person who is signed in, in that person's language. Read anew with every page.
 *
 * @param labName the platform's name beside the logo
 * @param personName as written in the reader's language
 * @param organisation the one organisation the person acts for
 * @param organisationIdentity its id, from which the colour of its initials follows
 * @param role the person's role there, in words
 * @param items the navigation, in order
 * @param choices what else the person may act for, with what they act for now among it; empty unless there are several
 * @param account the menu behind the person's card, in order; signing out is added
 * @param unread how many notifications are unread
 * @param banner a line above every page, such as that this is a demo; null for none
 */
public record ShellModel(
        String labName,
        String personName,
        String organisation,
        String organisationIdentity,
        String role,
        List<NavItem> items,
        List<OrganisationChoice> choices,
        List<AccountLink> account,
        int unread,
        @Nullable String banner)
        implements Serializable {
    public ShellModel {
        items = List.copyOf(items);
        choices = List.copyOf(choices);
        account = List.copyOf(account);
    }
}
