/**
 * What whoever runs the desk can decide: one list of settings, read from flags, the environment and
 * a file, each checked before anything starts. A wrong or unknown one stops the start with one
 * sentence that names it; secrets are never shown.
 */
package org.polydesk.bootstrap.settings;
