package kr.nairl.platform.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The code keeps the house's rules, and every rule is proved by canaries that break it. */
class HouseTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // What Spring generates ahead of time is not ours to shape.
            .withImportOption(location -> !location.contains("__"))
            .importPackages("kr.nairl.platform");

    /** Classes whose names end in Canary, in test sources, each breaking one rule or more. */
    private static final JavaClasses CANARIES = new ClassFileImporter()
            .importPackages("kr.nairl.platform")
            .that(com.tngtech.archunit.base.DescribedPredicate.describe(
                    "canaries", (JavaClass type) -> type.getName().contains("Canary")));

    @TestFactory
    Stream<DynamicTest> theCodeKeeps() {
        return HouseRules.all().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> assertThat(rule.getValue()
                                        .evaluate(PRODUCT)
                                        .getFailureReport()
                                        .getDetails())
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> aCanaryBreaks() {
        return HouseRules.all().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> assertThat(rule.getValue().evaluate(CANARIES).hasViolation())
                                .as("a canary breaks the rule")
                                .isTrue()));
    }
}
