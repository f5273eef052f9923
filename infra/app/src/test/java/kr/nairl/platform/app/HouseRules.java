package kr.nairl.platform.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.nairl.platform.core.shared.Actor;
import kr.nairl.platform.core.shared.ForEveryone;

/** The house of infra/docs/architecture.md as rules. {@link HouseTest} holds the code to them and proves each with a canary. */
final class HouseRules {

    private static final String ROOT = "kr.nairl.platform.";
    private static final String CORE = ROOT + "core.";

    /** Each feature of the core and those that it may use directly; what these may use it may use too. */
    private static final Map<String, List<String>> FEATURES = features();

    private static final Set<String> OPEN_TO_ALL = Set.of("shared", "audit", "file", "mail", "sql");

    private static final Set<String> REFUSALS =
            Set.of(CORE + "shared.ForbiddenException", CORE + "shared.AuthorityEndedException");

    private HouseRules() {}

    static Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put(
                "coreKnowsNoWebNoVaadinNoKeycloak",
                noClasses()
                        .that(resideInAPackage(CORE + "."))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(
                                "com.vaadin..",
                                "jakarta.servlet..",
                                "org.springframework.web..",
                                "org.springframework.security..",
                                "org.keycloak..",
                                ROOT + "auth..",
                                ROOT + "api..",
                                ROOT + "ui..",
                                ROOT + "app..")));
        rules.put(
                "authKnowsNeitherPagesNorEndpoints",
                noClasses()
                        .that(resideInAPackage(ROOT + "auth.."))
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage(ROOT + "api..", ROOT + "ui..", ROOT + "app..", "com.vaadin..")));
        rules.put(
                "pagesDoNotKnowEndpoints",
                noClasses()
                        .that(resideInAPackage(ROOT + "ui.."))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(ROOT + "api..", ROOT + "app..")));
        rules.put(
                "endpointsDoNotKnowPages",
                noClasses()
                        .that(resideInAPackage(ROOT + "api.."))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(ROOT + "ui..", ROOT + "app..", "com.vaadin..")));
        rules.put(
                "jooqOnlyInPersistence",
                noClasses()
                        .that(resideInAPackage(ROOT + ".")
                                .and(not(resideInAnyPackage(CORE + "sql..", CORE + "*.persistence.."))))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("org.jooq..", CORE + "sql..")));
        rules.put(
                "persistenceAndOutsideArePackagePrivate",
                classes()
                        .that(resideInAnyPackage(CORE + "*.persistence..", CORE + "*.outside..")
                                .and(topLevel()))
                        // the transaction manager's type is needed where beans are wired
                        .and(describe(
                                "are not the transaction manager",
                                type -> !type.getSimpleName().equals("ActorTransactionManager")))
                        .should()
                        .notBePublic());
        FEATURES.keySet()
                .forEach(feature -> rules.put(
                        "featureDirections_" + feature,
                        classes()
                                .that(resideInAPackage(CORE + feature + ".."))
                                .should(useOnly(allowedFor(feature)))
                                .allowEmptyShould(true)));
        rules.put(
                "useCaseMethodsTakeAnActor",
                methods()
                        .that()
                        .areDeclaredInClassesThat(useCases())
                        .and()
                        .arePublic()
                        .and()
                        .areNotStatic()
                        .and(describe("are no part of the container's life cycle", HouseRules::isOwnMethod))
                        .should(takeAnActor()));
        rules.put(
                "clockIsInjected",
                noClasses()
                        .that(resideInAPackage(ROOT + "."))
                        .should()
                        .callMethod(java.time.Instant.class, "now")
                        .orShould()
                        .callMethod(java.time.LocalDate.class, "now")
                        .orShould()
                        .callMethod(java.time.LocalDateTime.class, "now")
                        .orShould()
                        .callMethod(java.time.ZonedDateTime.class, "now")
                        .orShould()
                        .callMethod(java.time.OffsetDateTime.class, "now")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis"));
        rules.put(
                "noFieldInjection",
                noFields()
                        .that()
                        .areDeclaredInClassesThat(resideInAPackage(ROOT + "."))
                        .should()
                        .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                        .orShould()
                        .beAnnotatedWith("jakarta.inject.Inject")
                        .orShould()
                        .beAnnotatedWith("org.springframework.beans.factory.annotation.Value"));
        rules.put(
                "noMutableStatics",
                fields().that()
                        .areStatic()
                        .and()
                        .areDeclaredInClassesThat(
                                resideInAPackage(ROOT + ".").and(not(resideInAPackage(CORE + "sql.."))))
                        .should()
                        .beFinal());
        rules.put(
                "routesArePackagePrivateAndSayWhoMayOpenThem",
                classes()
                        .that()
                        .areAnnotatedWith("com.vaadin.flow.router.Route")
                        .should()
                        .notBePublic()
                        .andShould(sayWhoMayOpenThem()));
        rules.put(
                "viewsUseNoEagerGrids",
                noClasses()
                        .that(resideInAPackage(ROOT + "ui.."))
                        .should()
                        .callMethod("com.vaadin.flow.component.grid.Grid", "setItems", "java.util.Collection"));
        rules.put(
                "whoeverMeetsARefusalRecordsIt",
                classes()
                        .that(resideInAnyPackage(ROOT + "ui..", ROOT + "api.."))
                        .and(describe("meet refusals of the core", HouseRules::meetsRefusals))
                        .should(recordThem()));
        rules.put(
                "namesSayWhatAThingIs",
                noClasses()
                        .that(resideInAPackage(ROOT + ".").and(not(resideInAPackage(CORE + "sql.."))))
                        .should()
                        .haveNameMatching(".*(Service|Util|Utils|Helper|Dto|DTO)")
                        .orShould()
                        .haveNameMatching(".*\\.(?!ActorTransactionManager)[A-Za-z]*Manager"));
        return rules;
    }

    private static Map<String, List<String>> features() {
        Map<String, List<String>> features = new LinkedHashMap<>();
        features.put("shared", List.of());
        features.put("audit", List.of());
        features.put("file", List.of());
        features.put("mail", List.of());
        features.put("vocabulary", List.of());
        features.put("organisation", List.of("vocabulary"));
        features.put("admission", List.of("organisation"));
        features.put("privacy", List.of("organisation"));
        features.put("federation", List.of("organisation"));
        features.put("research", List.of("organisation"));
        features.put("interest", List.of("research"));
        features.put("matching", List.of("interest"));
        features.put("collaboration", List.of("matching"));
        features.put("alert", List.of("collaboration"));
        features.put("update", List.of("collaboration"));
        features.put("newsletter", List.of("update"));
        features.put("calendar", List.of("collaboration"));
        features.put("notification", List.of("newsletter", "calendar", "admission", "federation", "alert"));
        features.put("lab", List.of("newsletter", "calendar", "admission"));
        return features;
    }

    private static Set<String> allowedFor(String feature) {
        Set<String> allowed = new java.util.TreeSet<>(OPEN_TO_ALL);
        List<String> waiting = new ArrayList<>(List.of(feature));
        while (!waiting.isEmpty()) {
            String next = waiting.removeLast();
            if (allowed.add(next) || next.equals(feature)) {
                waiting.addAll(FEATURES.getOrDefault(next, List.of()));
            }
        }
        return allowed;
    }

    private static ArchCondition<JavaClass> useOnly(Set<String> allowed) {
        return new ArchCondition<>("use only the features " + allowed) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().forEach(dependency -> {
                    String target = dependency.getTargetClass().getPackageName();
                    // Generated tables of other features may be joined, their ids are needed for it.
                    boolean generated = type.getPackageName().startsWith(CORE + "sql");
                    if (target.startsWith(CORE) && !generated) {
                        String feature = target.substring(CORE.length()).split("\\.", 2)[0];
                        boolean identity = dependency.getTargetClass().isRecord()
                                && dependency.getTargetClass().getSimpleName().endsWith("Id");
                        boolean ok = allowed.contains(feature)
                                || (identity && type.getPackageName().endsWith(".persistence"));
                        if (!ok) {
                            events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                        }
                    }
                });
            }
        };
    }

    private static DescribedPredicate<JavaClass> topLevel() {
        return describe(
                "top level",
                type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"));
    }

    /** Public components in a feature's root package. */
    private static DescribedPredicate<JavaClass> useCases() {
        return describe(
                "use cases",
                type -> type.getPackageName().startsWith(CORE)
                        && !type.getPackageName().startsWith(CORE + "shared")
                        && type.getPackageName().indexOf('.', CORE.length()) < 0
                        && type.getModifiers().contains(JavaModifier.PUBLIC)
                        && (type.isAnnotatedWith("org.springframework.stereotype.Component")
                                || type.getSimpleName().endsWith("DeskCanary")));
    }

    private static boolean isOwnMethod(JavaMethod method) {
        return method.getOwner().getRawInterfaces().stream()
                .noneMatch(face -> face.getMethods().stream()
                        .anyMatch(declared -> declared.getName().equals(method.getName())));
    }

    private static ArchCondition<JavaMethod> takeAnActor() {
        return new ArchCondition<>("take an Actor or be @ForEveryone") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean actor = !method.getRawParameterTypes().isEmpty()
                        && method.getRawParameterTypes().getFirst().isAssignableTo(Actor.class);
                boolean everyone = method.isAnnotatedWith(ForEveryone.class)
                        || method.getOwner().isAnnotatedWith(ForEveryone.class);
                if (!actor && !everyone) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " takes no Actor"));
                }
            }
        };
    }

    /** Catches, handles or shows one; whoever only throws one leaves that to others. */
    private static boolean meetsRefusals(JavaClass type) {
        boolean knows = type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency ->
                        REFUSALS.contains(dependency.getTargetClass().getName()));
        boolean throwsOne = type.getConstructorCallsFromSelf().stream()
                .anyMatch(call -> REFUSALS.contains(call.getTargetOwner().getName()));
        return knows && !throwsOne;
    }

    private static ArchCondition<JavaClass> recordThem() {
        return new ArchCondition<>("record them") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean records = type.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> "refused".equals(call.getTarget().getName())
                                && List.of(CORE + "audit.AccessRecord", ROOT + "ui.shell.ShellContents")
                                        .contains(call.getTargetOwner().getName()));
                if (!records) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " keeps refusals to itself"));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> sayWhoMayOpenThem() {
        return new ArchCondition<>("say who may open them") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean says = type.isAnnotatedWith("jakarta.annotation.security.RolesAllowed")
                        || type.isAnnotatedWith("jakarta.annotation.security.PermitAll")
                        || type.isAnnotatedWith("com.vaadin.flow.server.auth.AnonymousAllowed");
                if (!says) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " names no audience"));
                }
            }
        };
    }
}
