/**
 * The desk's memory: everything the application wants kept, in H2 or PostgreSQL by one set of
 * statements, and the bytes of files in a directory.
 */
package org.polydesk.adapter.persistence;
