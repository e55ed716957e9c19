import { type OwnerVerb, WORK_ORDER_KIND_LABELS, type WorkOrderView } from '@guihu/shared';

export interface BarAction {
  verb: OwnerVerb;
  text: string;
  kind: 'primary' | 'plain';
  disabled: boolean;
}

/** From the side to the thumb. */
const ORDER: readonly OwnerVerb[] = ['cancel', 'reopen', 'urge', 'rate'];

/** The buttons of an order: those allowed, and urging also while it only has to wait, with the reason said above it. */
export function orderBar({ allowed, urgeHint, kind }: Pick<WorkOrderView, 'allowed' | 'urgeHint' | 'kind'>): BarAction[] {
  const verbs = ORDER.filter((verb) => allowed.includes(verb) || (verb === 'urge' && urgeHint !== null));
  return verbs.map((verb) => ({
    verb,
    text: textOf(verb, kind),
    // Going back on something is never what the page asks for.
    kind: verb === 'urge' || verb === 'rate' ? 'primary' : 'plain',
    disabled: !allowed.includes(verb),
  }));
}

function textOf(verb: OwnerVerb, kind: WorkOrderView['kind']): string {
  if (verb === 'cancel') return `取消${WORK_ORDER_KIND_LABELS[kind]}`;
  if (verb === 'reopen') return kind === 'repair' ? '没修好，重新处理' : '没解决，重新处理';
  return verb === 'urge' ? '催单' : '评价';
}
