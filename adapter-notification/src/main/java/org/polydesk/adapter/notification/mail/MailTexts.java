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
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
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
  private static final String SENTENCES = "sentences_*.properties";

  /** What sentences are filled with: texts, whatever they stand for. */
  private static final Object[] SAMPLE = {"Ann", "7"};

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
    Optional<Path> none = own.filter(directory -> !Files.isDirectory(directory));
    if (none.isPresent()) {
      return Optional.of(
          "mail.templates is \"%s\"; it must be a directory that is there.".formatted(none.get()));
    }
    return templateFault().or(this::sentencesFault);
  }

  private Optional<String> templateFault() {
    try {
      html(Map.of("facts", List.of(), "files", List.of()));
      plain(Map.of("facts", List.of(), "files", List.of()));
      return Optional.empty();
    } catch (PebbleException | UncheckedIOException e) {
      return Optional.of(
          "mail.templates holds a template that cannot be used: %s"
              .formatted(String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
    }
  }

  private Optional<String> sentencesFault() {
    if (own.isEmpty()) {
      return Optional.empty();
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(own.get(), SENTENCES)) {
      for (Path file : files) {
        Optional<String> fault = faultOf(file);
        if (fault.isPresent()) {
          return fault;
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          "mail.templates is \"%s\", which cannot be read.".formatted(own.orElseThrow()));
    }
  }

  /** Patterns are tried with what they will be given, for some are wrong only then. */
  private static Optional<String> faultOf(Path file) {
    Properties read = new Properties();
    try {
      load(read, Files.newInputStream(file));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.of(
          "mail.templates holds %s, which is no .properties file in UTF-8."
              .formatted(file.getFileName()));
    }
    for (String key : new TreeSet<>(read.stringPropertyNames())) {
      try {
        new MessageFormat(read.getProperty(key), Locale.ENGLISH).format(SAMPLE);
      } catch (IllegalArgumentException e) {
        return Optional.of(
            "mail.templates holds %s, where %s is no sentence that can be filled: \"%s\"."
                .formatted(file.getFileName(), key, read.getProperty(key)));
      }
    }
    return Optional.empty();
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
