package kr.nairl.platform.devservices;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.stream.Collectors;

/** Behind {@code infra/run --code NAME}: the code that a demo login needs now. Starts nothing and asks nobody. */
public final class PrintCode {

    private PrintCode() {}

    /** Ends with 1 and one line on the error output when there is no such code. */
    public static void main(String[] arguments) {
        try {
            String code = code(arguments.length == 1 ? arguments[0] : "", Clock.systemUTC());
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8).println(code);
        } catch (CannotStart e) {
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)
                    .println(e.getMessage());
            System.exit(1);
        }
    }

    static String code(String name, Clock clock) {
        if (name.isBlank()) {
            throw new CannotStart("--code needs one name: " + names() + ".");
        }
        return DemoLogin.all().stream()
                .filter(login -> login.isCalled(name))
                .findFirst()
                .orElseThrow(() ->
                        new CannotStart("No demo login is called " + name + "; these need a code: " + names() + "."))
                .code(clock.instant())
                .orElseThrow(
                        () -> new CannotStart(name + " signs in without a code; these need one: " + names() + "."));
    }

    private static String names() {
        return DemoLogin.all().stream()
                .filter(login -> login.codes() != null)
                .map(DemoLogin::shortName)
                .collect(Collectors.joining(", "));
    }
}
