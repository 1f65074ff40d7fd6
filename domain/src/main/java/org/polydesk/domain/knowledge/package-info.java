/**
 * What the desk knows and says again and again: articles that people help themselves with, and
 * canned answers that its own people answer with.
 */
package org.polydesk.domain.knowledge;
