package kr.nairl.platform.ui.reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** Tags what a GET or a HEAD answers with, so that both say the same (RFC 9110, 9.3.2). */
final class ReaderTags extends ShallowEtagHeaderFilter {

    @Override
    protected boolean isEligibleForEtag(
            HttpServletRequest request, HttpServletResponse response, int status, InputStream content) {
        return super.isEligibleForEtag(
                HttpMethod.HEAD.matches(request.getMethod()) ? new AsGet(request) : request, response, status, content);
    }

    private static final class AsGet extends HttpServletRequestWrapper {

        AsGet(HttpServletRequest head) {
            super(head);
        }

        @Override
        public String getMethod() {
            return HttpMethod.GET.name();
        }
    }
}
