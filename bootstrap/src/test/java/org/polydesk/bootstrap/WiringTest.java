package org.polydesk.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.annotation.AnnotationUtil;
import io.micronaut.inject.BeanDefinition;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.polydesk.application.delivery.out.Courier;
import org.polydesk.application.shared.UnitOfWork;
import org.polydesk.bootstrap.settings.Setting;
import org.polydesk.bootstrap.settings.Settings;

/** Whether everything that is asked for is there, once. */
final class WiringTest {
  private static final ApplicationContext CONTEXT =
      ApplicationContext.builder()
          .deduceEnvironment(false)
          .enableDefaultPropertySources(false)
          .build()
          .start();

  @AfterAll
  static void closeContext() {
    CONTEXT.close();
  }

  /** One for each channel that the desk can deliver by. */
  private static final int COURIERS = 3;

  /** Every use case, and every port that a use case's service asks for, however indirectly. */
  private static Stream<Class<?>> ports() {
    JavaClasses application =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.polydesk.application");
    Set<JavaClass> reached = new LinkedHashSet<>();
    application.stream()
        .filter(type -> type.getSimpleName().endsWith("Service"))
        .forEach(service -> reach(service, reached));
    return reached.stream()
        .filter(JavaClass::isInterface)
        .filter(JavaClass::isTopLevelClass)
        .filter(WiringTest::isPort)
        .sorted(Comparator.comparing(JavaClass::getName))
        .map(JavaClass::reflect);
  }

  private static void reach(JavaClass type, Set<JavaClass> reached) {
    if (type.getPackageName().startsWith("org.polydesk.application") && reached.add(type)) {
      type.getDirectDependenciesFromSelf()
          .forEach(dependency -> reach(dependency.getTargetClass(), reached));
    }
  }

  private static boolean isPort(JavaClass type) {
    return type.getSimpleName().endsWith("UseCase")
        || type.getPackageName().endsWith(".out")
        || type.isEquivalentTo(UnitOfWork.class);
  }

  /** Definitions only: nothing is made, so that no database is needed. */
  @ParameterizedTest
  @MethodSource("ports")
  void aPortShouldHaveExactlyOneBean(Class<?> port) {
    Collection<? extends BeanDefinition<?>> beans = CONTEXT.getBeanDefinitions(port);

    if (port == Courier.class) {
      assertEquals(COURIERS, beans.size(), () -> port.getName() + ": " + beans);
    } else {
      assertEquals(1, beans.size(), () -> port.getName() + ": " + beans);
    }
    for (BeanDefinition<?> bean : beans) {
      assertTrue(bean.hasStereotype(AnnotationUtil.SINGLETON) || bean.isSingleton(), port::getName);
    }
  }

  @Test
  void thereShouldBePortsOfEveryKind() {
    List<String> names = ports().map(Class::getSimpleName).toList();

    for (String name : List.of("OpenTicketUseCase", "TicketRepository", "UnitOfWork")) {
      assertTrue(names.contains(name), name);
    }
  }

  /** The defaults as they are promised to operators; docs/settings.md holds the same table. */
  @Test
  void settingsShouldHaveTheirDefaults() {
    String extensions =
        "pdf,doc,docx,xls,xlsx,ppt,pptx,txt,csv,log,rtf,odt,ods,png,jpg,jpeg,gif,bmp,webp,zip,7z,"
            + "eml,msg";

    assertEquals("8080", standard("http.port"));
    assertEquals("0.0.0.0", standard("http.host"));
    assertEquals("30000000", standard("http.max-request-bytes"));
    assertEquals("7", standard("auth.token-days"));
    assertEquals("5", standard("auth.lockout-attempts"));
    assertEquals("5", standard("auth.lockout-minutes"));
    assertEquals("500", standard("tikting.max-list-length"));
    assertEquals("documented", standard("tikting.json-casing"));
    assertEquals("20", standard("files.max-per-request"));
    assertEquals(extensions, standard("files.allowed-extensions"));
    assertEquals("UTC", standard("system.time-zone"));
    assertEquals("true", standard("limits.enabled"));
    assertEquals("data", standard("data.dir"));
    assertEquals("text", standard("log.format"));
    assertEquals("info", standard("log.level"));
    assertEquals("30", standard("shutdown.grace-seconds"));
    for (String empty :
        List.of("database.url", "jwt.key", "secret.key", "admin.password", "public-base-url")) {
      assertEquals("", standard(empty), empty);
    }
  }

  private static String standard(String name) {
    Optional<Setting<?>> setting =
        Settings.all().stream().filter(s -> s.name().equals(name)).findFirst();
    return setting.orElseThrow().standard();
  }
}
