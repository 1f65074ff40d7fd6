package org.polydesk.domain.knowledge;

/**
 * Number of an article, rising from 1 in its desk.
 *
 * @param value any number that somebody asks for; articles have 1 or more
 */
public record ArticleId(long value) {}
