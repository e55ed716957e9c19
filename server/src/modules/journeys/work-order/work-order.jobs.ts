/** Job kinds of this journey, by name only, so that those who ask for a job need not import those who do it. */
export const DISPATCH_ORDER = 'work-order.dispatch';
export const ORDER_CLOCK = 'work-order.clock';

/** At most one clock job waits for an order. */
export const clockKey = (orderId: string): string => `${ORDER_CLOCK}:${orderId}`;
