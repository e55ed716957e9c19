import type { OwnerVerb, WorkOrderView } from '@guihu/shared';

export interface BarAction {
  verb: OwnerVerb;
  text: string;
  kind: 'primary' | 'plain';
  disabled: boolean;
}

const TEXTS: Readonly<Record<OwnerVerb, string>> = { cancel: '取消', reopen: '没修好，重新处理', urge: '催单', rate: '评价' };
/** From the side to the thumb. */
const ORDER: readonly OwnerVerb[] = ['cancel', 'reopen', 'urge', 'rate'];

/** The buttons of an order: those allowed, and urging also while it only has to wait, with the reason said above it. */
export function orderBar({ allowed, urgeHint, kind }: Pick<WorkOrderView, 'allowed' | 'urgeHint' | 'kind'>): BarAction[] {
  const verbs = ORDER.filter((verb) => allowed.includes(verb) || (verb === 'urge' && urgeHint !== null));
  return verbs.map((verb, at) => ({
    verb,
    text:
      verb === 'reopen' && kind !== 'repair'
        ? '没解决，重新处理'
        : verb === 'cancel'
          ? `取消${kind === 'repair' ? '报修' : ''}`
          : TEXTS[verb],
    kind: at === verbs.length - 1 ? 'primary' : 'plain',
    disabled: !allowed.includes(verb),
  }));
}
