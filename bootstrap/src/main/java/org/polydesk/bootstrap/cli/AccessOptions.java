package org.polydesk.bootstrap.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.polydesk.application.identity.in.ManageAccessUseCase;
import org.polydesk.application.identity.out.AccessKeyRepository.AccessKey;
import org.polydesk.bootstrap.server.Maintenance;
import org.polydesk.bootstrap.settings.Setting;
import org.polydesk.domain.desk.DeskId;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands about keys, tokens and users have in common. */
final class AccessOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--desk",
      paramLabel = "NUMBER",
      defaultValue = "1",
      description = "The desk's number; 1 when nothing is said.")
  private long desk;

  @Mixin(name = SettingOptions.NAME)
  private SettingOptions settings;

  DeskId desk() {
    return new DeskId(desk);
  }

  <T> T ask(Function<ManageAccessUseCase, T> work) {
    return ask(ManageAccessUseCase.class, work);
  }

  <U, T> T ask(Class<U> useCase, Function<U, T> work) {
    return Maintenance.run(settings.read(Map.of(), Map.of()), desk(), useCase, work);
  }

  /** What a setting is for this command. */
  <T> Optional<T> find(Setting<T> setting) {
    return settings.read(Map.of(), Map.of()).find(setting);
  }

  int tell(Function<ManageAccessUseCase, String> work) {
    print(ask(work));
    return 0;
  }

  int act(Consumer<ManageAccessUseCase> work) {
    ask(
        access -> {
          work.accept(access);
          return true;
        });
    return 0;
  }

  int list(List<AccessKey> keys) {
    keys.forEach(key -> print(key.label() + (key.readOnly() ? " (read-only)" : "")));
    return 0;
  }

  void print(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
