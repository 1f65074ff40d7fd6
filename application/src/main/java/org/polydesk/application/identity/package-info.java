/** Who asks: the caller, what he may do and what he sees, and how he proves who he is. */
package org.polydesk.application.identity;
