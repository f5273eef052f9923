package kr.nairl.platform.ui.reader;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kr.nairl.platform.core.shared.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leads from the bare address to the front page in the reader's language. A filter and no controller, because Vaadin's
 * own requests come to the same address and must reach Vaadin.
 */
@Component
public class LanguageChoice extends OncePerRequestFilter {

    private static final String VAADIN_REQUEST = "v-r";

    /** Is this somebody who opens the bare address, and not Vaadin's client? */
    public static boolean isFor(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean reads = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
        return reads && (path.isEmpty() || "/".equals(path)) && request.getParameter(VAADIN_REQUEST) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isFor(request)) {
            chain.doFilter(request, response);
            return;
        }
        boolean asked = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null;
        Language language = asked ? Language.of(request.getLocale()) : Language.KO;
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=300");
        response.setHeader(HttpHeaders.LOCATION, "/" + language.code());
        response.setStatus(HttpServletResponse.SC_FOUND);
    }
}
