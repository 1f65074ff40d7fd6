/**
 * Business hours and the promises made in them. A {@link org.polydesk.domain.sla.BusinessCalendar}
 * says when the desk works, a {@link org.polydesk.domain.sla.SlaPolicy} what it promises, and up to
 * three {@link org.polydesk.domain.sla.SlaClock clocks} a ticket remember when they ran; everything
 * else, due dates, breaches and escalations, is worked out anew from those. The rules are told at
 * length in docs/sla.md.
 */
package org.polydesk.domain.sla;
