/** What stands in custom fields. */
package org.polydesk.adapter.persistence.field;
