package org.polydesk.bootstrap.server;

import io.micronaut.context.ApplicationContext;
import java.util.function.Function;
import org.polydesk.application.desk.out.DeskSetups;
import org.polydesk.bootstrap.settings.SettingValues;
import org.polydesk.domain.desk.DeskId;
import org.polydesk.domain.error.DeskException;

/** Works on the store without opening a door. */
public final class Maintenance {
  private Maintenance() {}

  /**
   * Does {@code work} on the store of a desk that is there. A store in a file is for one process at
   * a time, so its server has to be stopped meanwhile.
   *
   * @throws StartException when the store cannot be opened, there is no such desk, or what is
   *     wanted makes no sense
   */
  public static <U, T> T run(
      SettingValues settings, DeskId desk, Class<U> useCase, Function<U, T> work) {
    Installation installation = Installation.lasting(settings);
    try (ApplicationContext context =
        DeskServer.context(ServerProperties.of(settings, installation, RunMode.serve()))) {
      context.start();
      if (context.getBean(DeskSetups.class).find(desk).isEmpty()) {
        throw new StartException(
            "There is no desk %d; a first start of the server makes desk 1."
                .formatted(desk.value()));
      }
      return work.apply(context.getBean(useCase));
    } catch (DeskException e) {
      throw new StartException(e.sentence());
    } catch (StartException e) {
      throw e;
    } catch (RuntimeException e) {
      throw StartException.of(e, settings);
    } finally {
      installation.leave();
    }
  }
}
