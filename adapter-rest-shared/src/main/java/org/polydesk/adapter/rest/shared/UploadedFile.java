package org.polydesk.adapter.rest.shared;

import java.util.Optional;
import org.polydesk.application.attachment.out.BlobStore.StagedBlob;

/**
 * A file that came with a request. Its bytes have been put aside; they are thrown away at the end
 * of the request unless a use case {@link StagedBlob#keep keeps} them.
 *
 * @param part the name of the form's part, as sent
 * @param name the file's name, as sent: possibly empty, with directories or far too long
 * @param mediaType what the client says it is; never to be relied on
 */
public record UploadedFile(String part, String name, Optional<String> mediaType, StagedBlob blob) {}
