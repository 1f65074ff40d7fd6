package org.polydesk.adapter.rest.tikting.ticket;

import java.util.List;
import org.polydesk.adapter.rest.shared.RequestForm;
import org.polydesk.application.attachment.NewAttachment;

/** The files of a form. */
final class Uploads {
  static final String FIELD = "Uploads";

  /** How many of the files were left out. */
  static final String SKIPPED_HEADER = "X-Skipped-Files";

  private Uploads() {}

  static List<NewAttachment> of(RequestForm form) {
    return form.files(FIELD).stream()
        .map(file -> new NewAttachment(file.name(), file.blob()))
        .toList();
  }
}
