package org.polydesk.adapter.rest.tikting.ticket;

/** How the answer to a new ticket spells its members. */
enum JsonCasing {
  /** As both of the dialect's documents read it: camel case, and the id as {@code Id} besides. */
  DOCUMENTED,
  /** Camel case alone. */
  CAMEL;

  /** The id as {@code Id}; null where there is no such member. */
  Long capitalId(long id) {
    return this == DOCUMENTED ? id : null;
  }
}
