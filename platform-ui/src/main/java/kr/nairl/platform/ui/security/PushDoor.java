package kr.nairl.platform.ui.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Opens a WebSocket to pages of this server alone, as the same-origin policy does not hold for WebSockets. A page whose session
 * is over gets through: that is how it hears of it.
 */
class PushDoor extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isOurs(request)) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static boolean isOurs(HttpServletRequest request) {
        try {
            return request.getHeader(HttpHeaders.ORIGIN) != null
                    && WebUtils.isSameOrigin(new ServletServerHttpRequest(request));
        } catch (IllegalArgumentException | IllegalStateException noAddress) {
            return false;
        }
    }
}
