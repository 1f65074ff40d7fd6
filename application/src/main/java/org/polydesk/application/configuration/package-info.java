/** Setting up desks from a description, as often as one likes. */
package org.polydesk.application.configuration;
