/**
 * Things that people are given to work with: which there are, who has them, and which tickets are
 * about them.
 */
package org.polydesk.domain.asset;
