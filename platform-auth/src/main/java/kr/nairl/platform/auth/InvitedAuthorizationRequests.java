package kr.nairl.platform.auth;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** Tells the pending invitation which authorization request, if any, is its own. */
final class InvitedAuthorizationRequests implements OAuth2AuthorizationRequestResolver {

    private final OAuth2AuthorizationRequestResolver requests;
    private final PendingInvitation invitation;

    InvitedAuthorizationRequests(OAuth2AuthorizationRequestResolver requests, PendingInvitation invitation) {
        this.requests = requests;
        this.invitation = invitation;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return begun(request, requests.resolve(request));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String clientRegistrationId) {
        return begun(request, requests.resolve(request, clientRegistrationId));
    }

    private @Nullable OAuth2AuthorizationRequest begun(
            HttpServletRequest request, @Nullable OAuth2AuthorizationRequest begun) {
        if (begun != null && begun.getState() != null) {
            invitation.begins(request, begun.getState());
        }
        return begun;
    }
}
