/**
 * What the rules cost, measured with JMH. Nothing here is part of the product or of its default
 * build.
 */
package org.polydesk.benchmarks;
