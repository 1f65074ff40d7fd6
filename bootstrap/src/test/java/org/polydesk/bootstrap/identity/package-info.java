/** Who gets in through which door, seen from outside. */
package org.polydesk.bootstrap.identity;
