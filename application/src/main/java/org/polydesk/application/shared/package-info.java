/** What every use case needs: units of work and pages. */
package org.polydesk.application.shared;
