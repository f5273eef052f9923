package kr.nairl.platform.ui.reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Public pages may be kept for five minutes by everybody and are then asked for again by their ETag. */
@Configuration(proxyBeanMethods = false)
class ReaderConfiguration implements WebMvcConfigurer {

    private static final String FIVE_MINUTES = "public, max-age=300";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new SmallForms()).addPathPatterns("/ko/**", "/en/**");
        registry.addInterceptor(new MayBeKept())
                .addPathPatterns(
                        "/ko",
                        "/ko/**",
                        "/en",
                        "/en/**",
                        "/letter",
                        "/letter/**",
                        "/sitemap.xml",
                        "/robots.txt",
                        "/reader/brand.css");
    }

    @Bean
    LocaleResolver localeResolver() {
        return new PathLanguage();
    }

    @Bean
    FilterRegistrationBean<ReaderTags> readerTags() {
        FilterRegistrationBean<ReaderTags> tags = new FilterRegistrationBean<>(new ReaderTags());
        tags.addUrlPatterns("/ko", "/ko/*", "/en", "/en/*", "/sitemap.xml", "/robots.txt", "/reader/brand.css");
        tags.setName("readerTags");
        return tags;
    }

    /** No form here is longer than this; what is, or does not say how long it is, came from no form and is not read. */
    private static final class SmallForms implements HandlerInterceptor {

        private static final long MOST_BYTES = 64 * 1024;

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
                throws IOException {
            long length = request.getContentLengthLong();
            if (!"POST".equals(request.getMethod()) || (length >= 0 && length <= MOST_BYTES)) {
                return true;
            }
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return false;
        }
    }

    /** Says so before the page is made; whoever answers with an error takes it back. */
    private static final class MayBeKept implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, FIVE_MINUTES);
            return true;
        }
    }
}
