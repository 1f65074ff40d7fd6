/**
 * The jar as operators start it: a process of its own, seen from outside, killed without warning
 * and started again.
 */
package org.polydesk.bootstrap.process;
