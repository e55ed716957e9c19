/** Job kinds of this journey, by name only, so that those who ask for a job need not import those who do it. */
export const ROUTE_LEAD = 'lead.route';
export const OFFER_EXPIRY = 'lead.offer-expiry';
