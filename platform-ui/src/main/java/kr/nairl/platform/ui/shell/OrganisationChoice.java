package kr.nairl.platform.ui.shell;

import com.vaadin.flow.function.SerializableSupplier;
import com.vaadin.flow.router.RouterLink;
import java.io.Serializable;

/**
 * An organisation that a person with several may act for.
 *
 * @param name in the reader's language
 * @param identity its id, from which the colour of its initials follows
 * @param role the person's role there, in words
 * @param now whether the person acts for it
 * @param link makes a link that acts for it from then on
 */
public record OrganisationChoice(
        String name, String identity, String role, boolean now, SerializableSupplier<RouterLink> link)
        implements Serializable {}
