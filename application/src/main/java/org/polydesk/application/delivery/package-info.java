/** Delivering what the desk has to tell, again and again until it has arrived or is given up. */
package org.polydesk.application.delivery;
