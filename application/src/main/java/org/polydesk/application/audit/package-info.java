/** Keeping the desk's history. */
package org.polydesk.application.audit;
