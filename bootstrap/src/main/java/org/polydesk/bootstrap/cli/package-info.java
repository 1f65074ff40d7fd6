/**
 * The commands that people type, one class each. They read settings, start what they name and tell
 * the shell how it went: 0 for done, 1 for failed, 2 for a wrong call or setting.
 */
package org.polydesk.bootstrap.cli;
