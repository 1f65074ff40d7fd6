package org.polydesk.application.attachment.out;

final class InMemoryBlobStoreTest implements BlobStoreContract {
  private final InMemoryBlobStore blobs = new InMemoryBlobStore();

  @Override
  public BlobStore blobs() {
    return blobs;
  }

  @Override
  public int staged() {
    return blobs.staged();
  }
}
