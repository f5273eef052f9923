package kr.nairl.platform.api.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import kr.nairl.platform.auth.CurrentActor;
import kr.nairl.platform.core.shared.ForbiddenException;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Holds every endpoint to its {@link Reach}, before it runs. */
@Configuration(proxyBeanMethods = false)
class ReachCheck implements WebMvcConfigurer, HandlerInterceptor {

    private final CurrentActor current;

    ReachCheck(CurrentActor current) {
        this.current = current;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            Reach reach = method.getMethodAnnotation(Reach.class);
            if (reach == null || (reach.value().length > 0 && !current.actor().hasAny(reach.value()))) {
                throw new ForbiddenException("the endpoint is not for this role");
            }
        }
        return true;
    }
}
