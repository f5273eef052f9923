package kr.nairl.platform.app.hostile;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import kr.nairl.platform.app.PlatformApplication;
import kr.nairl.platform.core.organisation.Onboarding;
import kr.nairl.platform.core.organisation.OrganisationDirectory;
import kr.nairl.platform.core.shared.LocalizedText;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A copy of the platform in a process of its own that somebody accepts an invitation with, and that is gone in the middle
 * of it: its process is halted, without a word to anybody, before or after it speaks with Keycloak.
 */
final class HaltedPlatform {

    /** How the process ends when it was halted where it should be. */
    static final int HALTED = 37;

    private HaltedPlatform() {}

    /**
     * @param words the name of the call, {@code before} or {@code after} it, the invitation's token, issuer and subject of
     *     whoever accepts, and any number of settings as {@code NAME=value}
     */
    public static void main(String[] words) {
        String call = words[0];
        boolean before = words[1].equals("before");
        Map<String, Object> settings = Arrays.stream(words)
                .skip(5)
                .map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        SpringApplication platform = new SpringApplication(PlatformApplication.class);
        platform.setDefaultProperties(settings);
        platform.setLazyInitialization(true);
        platform.addInitializers(context -> context.getBeanFactory().addBeanPostProcessor(new Halting(call, before)));
        try (ConfigurableApplicationContext running = platform.run()) {
            running.getBean(Onboarding.class).accept(words[2], words[3], words[4], LocalizedText.of(null, "Halted"));
        }
        System.exit(0);
    }

    private record Halting(String call, boolean before) implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof OrganisationDirectory real ? halting(real) : bean;
        }

        private OrganisationDirectory halting(OrganisationDirectory real) {
            return (OrganisationDirectory) Proxy.newProxyInstance(
                    OrganisationDirectory.class.getClassLoader(),
                    new Class<?>[] {OrganisationDirectory.class},
                    (proxy, method, arguments) -> {
                        if (!Thread.currentThread().getName().equals("main")) {
                            // the job that makes up for what was missed; here nothing shall be made up for
                            throw new OrganisationDirectory.Unreachable("only who accepts is heard");
                        }
                        if (before && method.getName().equals(call)) {
                            Runtime.getRuntime().halt(HALTED);
                        }
                        try {
                            Object answer = method.invoke(real, arguments);
                            if (!before && method.getName().equals(call)) {
                                Runtime.getRuntime().halt(HALTED);
                            }
                            return answer;
                        } catch (InvocationTargetException thrown) {
                            throw thrown.getCause();
                        }
                    });
        }
    }
}
