/** The jar as operators start it: a process that is killed without warning and started again. */
package org.polydesk.bootstrap.process;
