/** Takes away what nobody needs any more. */
package org.polydesk.application.upkeep;
