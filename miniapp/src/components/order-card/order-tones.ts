import type { WorkOrderStatus } from '@guihu/shared';
import type { Tone } from '../status-tag/status-tag';

/** How a state looks; the word itself comes from the server. */
export const ORDER_TONES: Readonly<Record<WorkOrderStatus, Tone>> = {
  received: 'accent',
  dispatched: 'accent',
  accepted: 'accent',
  working: 'accent',
  paused: 'soon',
  resolved: 'soon',
  closed: 'done',
  cancelled: 'calm',
};
