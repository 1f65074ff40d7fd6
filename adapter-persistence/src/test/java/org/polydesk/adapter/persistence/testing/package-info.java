/** Databases for tests: H2 in memory, and a real PostgreSQL. */
package org.polydesk.adapter.persistence.testing;
