package org.polydesk.adapter.rest.shared;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.polydesk.domain.error.DeskException;
import org.polydesk.domain.error.ErrorCode;

final class TextRoomTest {
  private static final int MEGABYTE = 1024 * 1024;
  private static final int LONG = TextRoom.SHORT + 1;

  private final TextRoom room = new TextRoom(MEGABYTE, Duration.ofMillis(50));

  private static void assertNoRoom(TextRoom.Place place) {
    var refusal = assertThrows(DeskException.class, () -> place.reached(LONG));
    assertEquals(ErrorCode.UNAVAILABLE, refusal.code());
  }

  @Test
  void shortTextsShouldNeedNoRoom() {
    room.place(MEGABYTE).reached(LONG);

    assertDoesNotThrow(() -> room.place(MEGABYTE).reached(TextRoom.SHORT));
  }

  @Test
  void whatDoesNotFitShouldWaitForThoseBefore() {
    TextRoom.Place first = room.place(MEGABYTE);
    first.reached(LONG);
    first.reached(2L * LONG);
    TextRoom patient = new TextRoom(MEGABYTE, Duration.ofMinutes(1));
    TextRoom.Place taken = patient.place(MEGABYTE);
    taken.reached(LONG);

    assertNoRoom(room.place(1));
    CompletableFuture<Void> waiting =
        CompletableFuture.runAsync(() -> patient.place(MEGABYTE).reached(LONG));
    taken.close();

    assertDoesNotThrow(waiting::join);
    first.close();
    first.close();
    TextRoom.Place second = room.place(MEGABYTE);
    assertDoesNotThrow(() -> second.reached(LONG));
    assertNoRoom(room.place(1));
  }

  @Test
  void aTextThatIsLongerThanTheRoomShouldTakeAllOfIt() {
    assertDoesNotThrow(() -> room.place(100L * MEGABYTE).reached(LONG));
    assertNoRoom(room.place(1));
  }

  @Test
  void aPlaceThatNobodyWaitsForShouldTakeNothing() {
    TextRoom.Place gone = room.place(MEGABYTE);
    gone.close();

    assertNoRoom(gone);
    assertDoesNotThrow(() -> room.place(MEGABYTE).reached(LONG));
  }

  @Test
  void textShouldTakeItsRoomOnceItIsLong() throws IOException {
    byte[] bytes = new byte[LONG];
    InputStream text = room.place(MEGABYTE).within(new ByteArrayInputStream(bytes));

    text.readNBytes(TextRoom.SHORT);
    TextRoom.Place other = room.place(MEGABYTE);
    other.reached(LONG);
    other.close();
    text.read();

    assertNoRoom(room.place(1));
  }
}
