/** How a desk is set up. */
package org.polydesk.application.desk;
