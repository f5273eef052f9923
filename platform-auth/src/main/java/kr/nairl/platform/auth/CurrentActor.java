package kr.nairl.platform.auth;

import java.util.Optional;
import kr.nairl.platform.core.audit.AccessRecord;
import kr.nairl.platform.core.organisation.Login;
import kr.nairl.platform.core.organisation.Logins;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.NotFoundException;
import kr.nairl.platform.core.shared.OrganisationId;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.stereotype.Component;

/** Who acts on this thread: the one door from a session or a token to an {@link Actor}. */
@Component
public class CurrentActor {

    private final Logins logins;
    private final AccessRecord record;

    CurrentActor(Logins logins, AccessRecord record) {
        this.logins = logins;
        this.record = record;
    }

    /** The person who acts, or the visitor when nobody is signed in or no organisation is chosen yet. */
    public Actor actor() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication instanceof BearerOfToken bearer) {
            return bearer.actor();
        }
        return signedIn().flatMap(SignedIn::actor).<Actor>map(person -> person).orElse(Actor.VISITOR);
    }

    /** The browser session's principal. */
    public Optional<SignedIn> signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }

    /**
     * Acts for another of the person's own organisations from now on.
     *
     * @throws NotFoundException when the person has no membership there
     */
    public void actFor(OrganisationId organisation) {
        SignedIn signedIn = signedIn().orElseThrow(() -> new NotFoundException("nobody is signed in"));
        SignedIn fresh = reread(signedIn);
        if (!fresh.choices().contains(organisation)) {
            throw new NotFoundException("no membership in " + organisation);
        }
        fresh.login()
                .ifPresent(login -> record.session(
                        Actor.Job.DOORKEEPER, AccessRecord.Step.CHOSE_ORGANISATION, login.person(), organisation));
        replace(fresh.actingFor(organisation));
    }

    /** Reads the person's names and memberships again, after they changed. */
    public void refresh() {
        signedIn().ifPresent(signedIn -> replace(reread(signedIn)));
    }

    private SignedIn reread(SignedIn signedIn) {
        Login login = logins.find(
                        Claims.issuer(signedIn.getIdToken().getIssuer()),
                        Claims.subject(signedIn.getIdToken().getSubject()),
                        ThroughProvider.of(signedIn.getClaims()))
                .orElseThrow(() -> new NotFoundException("nobody is signed in"));
        return signedIn.withLogin(login);
    }

    /** The session keeps the very context object that this thread holds, so replacing its content is enough. */
    private static void replace(SignedIn signedIn) {
        SecurityContext context = SecurityContextHolder.getContext();
        if (context.getAuthentication() instanceof OAuth2AuthenticationToken token) {
            context.setAuthentication(new OAuth2AuthenticationToken(
                    signedIn, signedIn.getAuthorities(), token.getAuthorizedClientRegistrationId()));
        }
    }
}
