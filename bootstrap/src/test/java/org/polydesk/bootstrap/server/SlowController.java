package org.polydesk.bootstrap.server;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.concurrent.CountDownLatch;

/** A door that answers when the test says so. */
@Controller("/test/slow")
@Secured(SecurityRule.IS_ANONYMOUS)
final class SlowController {
  static final CountDownLatch ENTERED = new CountDownLatch(1);
  static final CountDownLatch MAY_LEAVE = new CountDownLatch(1);

  @Get
  @ExecuteOn(TaskExecutors.BLOCKING)
  String answer() throws InterruptedException {
    ENTERED.countDown();
    MAY_LEAVE.await();
    return "done";
  }
}
