package org.polydesk.adapter.rest.shared;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.http.context.event.HttpRequestTerminatedEvent;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

/**
 * Throws away the files that nobody kept, and gives back the room of a long text, once a request
 * has been answered or has broken off.
 */
@Singleton
final class FormCleaner implements ApplicationEventListener<HttpRequestTerminatedEvent> {
  private final ExecutorService blocking;

  FormCleaner(@Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.blocking = blocking;
  }

  @Override
  public void onApplicationEvent(HttpRequestTerminatedEvent event) {
    Object place = event.getSource().getAttributes().getValue(RequestForms.PLACE);
    if (place instanceof TextRoom.Place taken) {
      taken.close();
    }
    Object form = event.getSource().getAttributes().getValue(RequestForms.ATTRIBUTE);
    if (form instanceof RequestForm read && !read.files().isEmpty()) {
      close(read);
    }
  }

  private void close(RequestForm form) {
    try {
      blocking.execute(form::close);
    } catch (RejectedExecutionException e) {
      // The server is going down; a moment of the event loop is all there is left.
      form.close();
    }
  }
}
