package org.polydesk.domain.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of files, what their content gives away, and which are taken. */
final class FilesTest {
  private static final FileTypePolicy POLICY =
      new FileTypePolicy(FileTypePolicy.DEFAULT_EXTENSIONS);

  private static String cleaned(String sent) {
    return FileName.clean(sent).map(FileName::text).orElse(null);
  }

  @ParameterizedTest
  @CsvSource({
    "a.pdf,a.pdf", "/x/y/a.pdf,a.pdf", "'C:\\x\\a.pdf',a.pdf", "'x\\y/a.pdf',a.pdf",
    "' a.pdf ',a.pdf", "a\u0000b.pdf,ab.pdf", "a\u202Eb.pdf,ab.pdf", "a\uFEFFb.pdf,ab.pdf",
    "a\uD800b.pdf,ab.pdf", "...a,...a", "日本.txt,日本.txt"
  })
  void cleanShouldKeepTheLastPartWithoutWhatConfuses(String sent, String kept) {
    assertEquals(kept, cleaned(sent));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", ".", "..", "x/", "x\\", "/..", "\u0000\u200B"})
  void cleanShouldBeEmptyWhenNothingIsLeft(String sent) {
    assertEquals(Optional.empty(), FileName.clean(sent));
  }

  @Test
  void cleanShouldCutAt255CharactersAndKeepTheExtension() {
    assertEquals(255, cleaned("x".repeat(255)).length());
    assertEquals("x".repeat(251) + ".pdf", cleaned("x".repeat(251) + ".pdf"));
    assertEquals("x".repeat(251) + ".pdf", cleaned("x".repeat(252) + ".pdf"));
    assertEquals("x".repeat(255), cleaned("x".repeat(256)));
    assertEquals(
        "x".repeat(239) + "." + "y".repeat(15), cleaned("x".repeat(300) + "." + "y".repeat(15)));
    assertEquals(255, cleaned("x".repeat(300) + "." + "y".repeat(16)).length());
    assertEquals(
        "x".repeat(250) + ".pdf", cleaned("x".repeat(250) + "\uD83D\uDE80".repeat(4) + ".pdf"));
  }

  @Test
  void fileNameShouldRefuseNothingAndTooMuch() {
    assertThrows(IllegalArgumentException.class, () -> new FileName(""));
    assertThrows(IllegalArgumentException.class, () -> new FileName("x".repeat(256)));
  }

  @ParameterizedTest
  @CsvSource({"a.pdf,pdf", "a.PDF,pdf", "a.b.Txt,txt", ".pdf,pdf", "a,", "a.,", "TITI.DOCX,docx"})
  void extensionShouldBeWhatFollowsTheLastDot(String name, String extension) {
    assertEquals(Optional.ofNullable(extension), new FileName(name).extension());
  }

  private static boolean allows(String name, String head) {
    return POLICY.allows(new FileName(name), head.getBytes(StandardCharsets.ISO_8859_1));
  }

  @ParameterizedTest
  @CsvSource({
    "a.pdf,%PDF,true",
    "a.exe,x,false",
    "a,x,false",
    "a.pdf.exe,x,false",
    "a.PDF,x,true",
    "a.pdf,'',true",
    "a.pdf,\u007fELF,false",
    "a.txt,\u007fELF,false",
    "a.zip,\u00ca\u00fe\u00ba\u00be,false",
    "a.png,#!/bin/sh,false",
    "a.txt,#!/bin/sh,true",
    "a.log,#!/bin/sh,true",
    "a.png,<html>,false",
    "a.png,'  <!DOCTYPE HTML>',false",
    "a.jpg,<svg,false",
    "a.pdf,<script>,false",
    "a.txt,<html>,true",
    "a.eml,<html>,true",
    "a.csv,<svg,true",
    "a.doc,'MZ is a postcode',true"
  })
  void allowsShouldLookAtNameAndContent(String name, String head, boolean allowed) {
    assertEquals(allowed, allows(name, head));
  }

  @Test
  void allowsShouldKnowAWindowsProgram() {
    String header = "MZ" + "\u0001".repeat(60) + "\0\0";

    assertEquals(false, allows("a.pdf", header));
    assertEquals(true, allows("a.pdf", header.substring(0, 63)));
  }

  @Test
  void policyShouldTakeExtensionsInAnyCase() {
    FileTypePolicy policy = new FileTypePolicy(Set.of("INI"));

    assertEquals(true, policy.allows(new FileName("a.ini"), new byte[0]));
    assertEquals(false, policy.allows(new FileName("a.pdf"), new byte[0]));
  }

  @ParameterizedTest
  @CsvSource({
    "a.pdf,application/pdf",
    "a.TXT,text/plain",
    "a.jpeg,image/jpeg",
    "a.html,application/octet-stream",
    "a,application/octet-stream"
  })
  void mediaTypeShouldFollowTheName(String name, String mediaType) {
    assertEquals(mediaType, MediaTypes.of(new FileName(name)));
  }
}
