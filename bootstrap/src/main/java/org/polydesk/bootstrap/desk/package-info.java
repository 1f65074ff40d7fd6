/** Desks described in YAML: the demo, the catalogue a new desk begins with, an operator's own. */
package org.polydesk.bootstrap.desk;
