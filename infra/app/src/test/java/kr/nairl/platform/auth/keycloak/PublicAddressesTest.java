package kr.nairl.platform.auth.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    private final PublicAddresses addresses = new PublicAddresses(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://93.184.215.14/",
                "https://127.0.0.1/",
                "https://localhost/",
                "https://10.1.2.3/",
                "https://172.16.0.1/",
                "https://192.168.1.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/",
                "https://0.0.0.0/",
                "https://255.255.255.255/",
                "https://224.0.0.1/",
                "https://[::1]/",
                "https://[fe80::1]/",
                "https://[fd00::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://2130706433/",
                "https://name:word@93.184.215.14/",
                "ftp://93.184.215.14/",
                "https:///path",
                "no address"
            })
    void noAddressOfOurOwnNetworkIsCalled(String address) {
        assertThat(addresses.checked(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://93.184.215.14/realm", "https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]:8443/"})
    void publicOnesAre(String address) {
        assertThat(addresses.checked(address)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "fd12::1", "100.127.255.255"})
    void whatIsPrivateIsKnown(String literal) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(literal))).isFalse();
    }
}
