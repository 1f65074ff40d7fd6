/** What desks have added to their tickets, users, companies and assets, and what stands in it. */
package org.polydesk.application.field;
