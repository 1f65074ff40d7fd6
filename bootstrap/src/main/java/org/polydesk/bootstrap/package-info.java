/** The one program: it puts the desk's parts together and starts them. */
package org.polydesk.bootstrap;
