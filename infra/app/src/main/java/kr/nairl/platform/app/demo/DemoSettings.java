package kr.nairl.platform.app.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whether the demo is wanted, a run-time choice.
 *
 * @param password of every demo account
 * @param codes the secret behind the one-time codes of those who must have a second factor
 */
@ConfigurationProperties("platform.demo")
record DemoSettings(boolean enabled, String password, String codes) {

    @Override
    public String toString() {
        return "DemoSettings[" + enabled + "]";
    }
}
