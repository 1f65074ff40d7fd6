/** The desk's lists, for those who fill in forms. */
package org.polydesk.application.catalogue;
