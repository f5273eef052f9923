package kr.nairl.platform.devservices;

import java.util.Arrays;
import java.util.Iterator;

/**
 * What infra/run was asked for; its own text, at the top of the script, tells people what there is.
 *
 * @param reset whether to begin with fresh data
 * @param demo whether the app loads its demo data
 */
record RunOptions(boolean reset, boolean demo, int port, int keycloakPort, int mailPort, int smtpPort) {

    private static final int PORT = 8080;
    private static final int KEYCLOAK_PORT = 8081;
    private static final int MAIL_PORT = 8025;
    private static final int SMTP_PORT = 2525;
    private static final int LARGEST_PORT = 65_535;

    /**
     * Reads a command line.
     *
     * @throws CannotStart when it is none
     */
    static RunOptions parse(String... arguments) {
        boolean reset = false;
        boolean demo = true;
        int port = 0;
        int keycloakPort = 0;
        int mailPort = 0;
        int smtpPort = 0;
        Iterator<String> words = Arrays.asList(arguments).iterator();
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--reset" -> reset = true;
                case "--no-demo" -> demo = false;
                case "--port" -> port = port(word, words);
                case "--keycloak-port" -> keycloakPort = port(word, words);
                case "--mail-port" -> mailPort = port(word, words);
                case "--smtp-port" -> smtpPort = port(word, words);
                default -> throw new CannotStart("Unknown option " + word + "; infra/run --help lists them.");
            }
        }
        return new RunOptions(
                reset,
                demo,
                port == 0 ? PORT : port,
                chosen(keycloakPort, port, 1, KEYCLOAK_PORT),
                chosen(mailPort, port, 2, MAIL_PORT),
                chosen(smtpPort, port, 3, SMTP_PORT));
    }

    private static int chosen(int given, int base, int offset, int standard) {
        if (given != 0) {
            return given;
        }
        return base == 0 || base == PORT ? standard : base + offset;
    }

    private static int port(String option, Iterator<String> words) {
        String value = words.hasNext() ? words.next() : "";
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) == 0 || Integer.parseInt(value) > LARGEST_PORT - 3) {
            throw new CannotStart(option + " needs a port number, such as " + option + " 9080.");
        }
        return Integer.parseInt(value);
    }

    String platformUrl() {
        return "http://localhost:" + port;
    }
}
