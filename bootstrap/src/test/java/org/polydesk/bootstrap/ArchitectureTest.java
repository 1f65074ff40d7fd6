package org.polydesk.bootstrap;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.micronaut.http.annotation.Controller;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.polydesk.domain.catalogue.StatusRow;
import org.polydesk.domain.ticket.StatusType;

/**
 * The rules of docs/architecture.md over every class of the program. Each rule has an offender
 * below {@code planted}, which proves that it bites.
 */
final class ArchitectureTest {
  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("org.polydesk");
  private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted");

  private static final Set<Class<?>> TELL_THE_TIME =
      Set.of(
          Instant.class,
          LocalDate.class,
          LocalDateTime.class,
          ZonedDateTime.class,
          OffsetDateTime.class);

  private static ArchRule domainKnowsOnlyTheJdk() {
    return classes()
        .that()
        .resideInAPackage("..domain..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.polydesk.domain..", "planted.domain..");
  }

  private static ArchRule applicationKnowsNoTechnology() {
    return classes()
        .that()
        .resideInAPackage("..application..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "jakarta.inject..",
            "org.polydesk.domain..",
            "org.polydesk.application..",
            "planted.application..");
  }

  private static ArchRule adaptersDoNotKnowEachOther(String adapter, String... others) {
    return noClasses()
        .that()
        .resideInAPackage("..adapter." + adapter + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            Stream.of(others).map("..adapter.%s.."::formatted).toArray(String[]::new));
  }

  private static ArchRule onlyBootstrapKnowsBootstrap() {
    return noClasses()
        .that()
        .resideOutsideOfPackages("org.polydesk.bootstrap..", "planted.bootstrap..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.polydesk.bootstrap..", "planted.bootstrap..");
  }

  private static ArchRule featuresHaveNoCycles(String packages) {
    return slices().matching(packages).should().beFreeOfCycles();
  }

  /** A status row says of which type it is; everything else goes from tickets to the catalogue. */
  private static ArchRule domainHasNoCycles() {
    return slices()
        .matching("..domain.(*)..")
        .should()
        .beFreeOfCycles()
        .ignoreDependency(StatusRow.class, StatusType.class);
  }

  private static ArchRule onlyTheClockReadsTheClock() {
    return classes()
        .that()
        .resideOutsideOfPackage("org.polydesk.bootstrap.clock..")
        .should(new ReadNoSystemClock());
  }

  private static ArchRule controllersArePackagePrivate() {
    return classes()
        .that()
        .areAnnotatedWith(Controller.class)
        .should()
        .bePackagePrivate()
        .andShould()
        .haveModifier(JavaModifier.FINAL);
  }

  private static ArchRule servicesImplementUseCases() {
    return classes()
        .that()
        .resideInAPackage("..application..")
        .and()
        .haveSimpleNameEndingWith("Service")
        .should(new ImplementAUseCase());
  }

  static Stream<Arguments> rules() {
    return Stream.of(
        Arguments.of("domain knows only the JDK", domainKnowsOnlyTheJdk()),
        Arguments.of("application knows no technology", applicationKnowsNoTechnology()),
        Arguments.of(
            "tikting knows no other adapter",
            adaptersDoNotKnowEachOther(
                "rest.tikting", "rest.simple", "persistence", "notification")),
        Arguments.of(
            "simple knows no other adapter",
            adaptersDoNotKnowEachOther(
                "rest.simple", "rest.tikting", "persistence", "notification")),
        Arguments.of(
            "what doors share knows no adapter",
            adaptersDoNotKnowEachOther(
                "rest.shared", "rest.simple", "rest.tikting", "persistence", "notification")),
        Arguments.of(
            "persistence knows no other adapter",
            adaptersDoNotKnowEachOther("persistence", "rest", "notification")),
        Arguments.of(
            "notification knows no other adapter",
            adaptersDoNotKnowEachOther("notification", "rest", "persistence")),
        Arguments.of("nobody knows bootstrap", onlyBootstrapKnowsBootstrap()),
        Arguments.of("domain has no cycles", domainHasNoCycles()),
        Arguments.of("application has no cycles", featuresHaveNoCycles("..application.(*)..")),
        Arguments.of("tikting has no cycles", featuresHaveNoCycles("..rest.tikting.(*)..")),
        Arguments.of("persistence has no cycles", featuresHaveNoCycles("..persistence.(*)..")),
        Arguments.of("bootstrap has no cycles", featuresHaveNoCycles("..bootstrap.(*)..")),
        Arguments.of("only the clock reads the clock", onlyTheClockReadsTheClock()),
        Arguments.of("controllers are package-private", controllersArePackagePrivate()),
        Arguments.of("services implement use cases", servicesImplementUseCases()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void ruleShouldHoldAndBite(String name, ArchRule rule) {
    rule.allowEmptyShould(true).check(PROGRAM);

    assertTrue(rule.evaluate(PLANTED).hasViolation(), "nothing planted breaks: " + name);
  }

  @Test
  void programShouldBeHereAsAWhole() {
    for (String module : new String[] {"domain", "application", "adapter.rest.tikting"}) {
      assertTrue(PROGRAM.containPackage("org.polydesk." + module), module);
    }
  }

  private static final class ReadNoSystemClock extends ArchCondition<JavaClass> {
    ReadNoSystemClock() {
      super("not read the system's clock");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      type.getAccessesFromSelf().stream()
          .filter(ReadNoSystemClock::tellsTheTime)
          .forEach(
              access -> events.add(SimpleConditionEvent.violated(access, access.getDescription())));
    }

    /** A call that is given a clock is fine; one that is not asks the system's. */
    private static boolean tellsTheTime(JavaAccess<?> access) {
      if (!(access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target)
          || target.getRawParameterTypes().stream().anyMatch(t -> t.isEquivalentTo(Clock.class))) {
        return false;
      }
      JavaClass owner = access.getTargetOwner();
      String name = target.getName();
      return owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis")
          || owner.isEquivalentTo(Clock.class) && name.matches("(system|tick).*")
          || owner.isEquivalentTo(Date.class)
              && name.equals("<init>")
              && target.getRawParameterTypes().isEmpty()
          || name.equals("now") && TELL_THE_TIME.stream().anyMatch(owner::isEquivalentTo);
    }
  }

  private static final class ImplementAUseCase extends ArchCondition<JavaClass> {
    ImplementAUseCase() {
      super("be final and implement a use case");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      boolean does =
          type.getModifiers().contains(JavaModifier.FINAL)
              && type.getAllRawInterfaces().stream()
                  .anyMatch(port -> port.getSimpleName().endsWith("UseCase"));
      if (!does) {
        events.add(SimpleConditionEvent.violated(type, type.getName() + " implements no use case"));
      }
    }
  }
}
