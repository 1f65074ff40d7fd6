package org.polydesk.adapter.notification.mail;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.loader.DelegatingLoader;
import io.pebbletemplates.pebble.loader.FileLoader;
import io.pebbletemplates.pebble.loader.Loader;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of mails: two templates, and the sentences of each language in a file of properties. A
 * file of the same name in the operator's directory is taken instead.
 */
@Singleton
final class MailTexts {
  private static final String HOME = "org/polydesk/adapter/notification/mail/";
  private static final String HTML = "mail.html";
  private static final String PLAIN = "mail.txt";

  private final PebbleEngine engine;
  private final Optional<Path> own;
  private final Map<Locale, Properties> sentences = new ConcurrentHashMap<>();

  MailTexts(MailSettings settings) {
    own = settings.templates();
    List<Loader<?>> loaders = new ArrayList<>();
    own.ifPresent(directory -> loaders.add(files(directory)));
    ClasspathLoader builtIn = new ClasspathLoader(MailTexts.class.getClassLoader());
    builtIn.setPrefix(HOME);
    loaders.add(builtIn);
    engine =
        new PebbleEngine.Builder()
            .loader(new DelegatingLoader(loaders))
            .newLineTrimming(false)
            .build();
  }

  private static FileLoader files(Path directory) {
    FileLoader files = new FileLoader();
    files.setPrefix(directory.toAbsolutePath().toString());
    return files;
  }

  /** What is wrong with the templates, found before the first mail; empty when nothing is. */
  Optional<String> fault() {
    try {
      html(Map.of("facts", List.of(), "files", List.of()));
      plain(Map.of("facts", List.of(), "files", List.of()));
      sentences(Locale.ENGLISH);
      return Optional.empty();
    } catch (PebbleException | UncheckedIOException e) {
      return Optional.of(
          "mail.templates holds a template that cannot be used: %s"
              .formatted(String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
    }
  }

  /** A sentence in the language, or in English where the language has none. */
  String sentence(Locale language, String key, Object... arguments) {
    String pattern =
        sentences(language).getProperty(key, sentences(Locale.ENGLISH).getProperty(key, key));
    return new MessageFormat(pattern, language).format(arguments);
  }

  private Properties sentences(Locale language) {
    return sentences.computeIfAbsent(Locale.forLanguageTag(language.getLanguage()), this::read);
  }

  private Properties read(Locale language) {
    Properties read = new Properties();
    String name = "sentences_" + language.getLanguage() + ".properties";
    try {
      InputStream builtIn = MailTexts.class.getClassLoader().getResourceAsStream(HOME + name);
      if (builtIn != null) {
        load(read, builtIn);
      }
      Optional<Path> file = own.map(directory -> directory.resolve(name)).filter(Files::exists);
      if (file.isPresent()) {
        load(read, Files.newInputStream(file.get()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read;
  }

  private static void load(Properties into, InputStream from) throws IOException {
    try (Reader reader = new InputStreamReader(from, StandardCharsets.UTF_8)) {
      into.load(reader);
    }
  }

  String html(Map<String, Object> values) {
    return filled(HTML, values);
  }

  String plain(Map<String, Object> values) {
    return filled(PLAIN, values);
  }

  private String filled(String template, Map<String, Object> values) {
    StringWriter text = new StringWriter();
    try {
      engine.getTemplate(template).evaluate(text, values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
