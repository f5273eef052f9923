package kr.nairl.platform.app.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whether the demo is wanted, a run-time choice.
 *
 * @param password of every demo account
 */
@ConfigurationProperties("platform.demo")
record DemoSettings(boolean enabled, String password) {

    @Override
    public String toString() {
        return "DemoSettings[" + enabled + "]";
    }
}
