package kr.nairl.platform.devservices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RefusedPasswordsTest {

    @Test
    void theyAreThoseThatTheRealmsLengthLetsThrough() throws IOException {
        Set<String> all = RefusedPasswords.all();
        assertThat(all)
                .hasSizeGreaterThan(3_000)
                .allSatisfy(one -> assertThat(one).hasSizeGreaterThanOrEqualTo(RefusedPasswords.SHORTEST))
                .contains("qwerty123456", "password1234", "kaist1234567", "파트너파트너파트너파트너", "nairl@2026!@#")
                .doesNotContain("nairl-demo-2025", "come-in-2026-twice");
        assertThat(DevKeycloak.text(DevKeycloak.REALM_FILE))
                .contains("length(" + RefusedPasswords.SHORTEST + ") and")
                .contains("passwordBlacklist(" + RefusedPasswords.FILE + ")");
    }
}
