import { allowedVerbs, LEAD_STATUSES, LEAD_TRANSITIONS, type LeadVerb } from '@guihu/shared';
import fc from 'fast-check';
import { layOutActions } from './lead-actions';

const keys = (layout: ReturnType<typeof layOutActions>) => ({ bar: layout.bar.map((a) => a.key), more: layout.more.map((a) => a.key) });

it('offers accepting at the thumb, refusing beside it, transfer behind 更多', () => {
  expect(keys(layOutActions('offered', ['reoffer', 'accept', 'transfer'], true))).toEqual({
    bar: ['decline', 'accept'],
    more: ['transfer'],
  });
});

it('offers the record and the call on a lead that is served', () => {
  expect(keys(layOutActions('accepted', ['transfer', 'followUp', 'close'], true))).toEqual({
    bar: ['call', 'followUp'],
    more: ['transfer', 'close'],
  });
});

it('calls accepting by what it does', () => {
  expect(layOutActions('pooled', ['accept'], true).bar).toEqual([{ key: 'accept', text: '领取' }]);
  expect(layOutActions('escalated', ['accept'], true).bar[0]?.text).toBe('我来接待');
});

it('shows a button for each allowed verb, once, and none for another', () => {
  const ofVerb = { accept: 'accept', reoffer: 'decline', followUp: 'followUp', transfer: 'transfer', close: 'close' } as const;
  fc.assert(
    fc.property(fc.constantFrom(...LEAD_STATUSES), fc.infiniteStream(fc.boolean()), fc.boolean(), (status, coin, mayCall) => {
      const allowed = allowedVerbs(LEAD_TRANSITIONS, status).filter(() => coin.next().value) as LeadVerb[];
      const { bar, more } = layOutActions(status, allowed, mayCall);
      const shown = [...bar, ...more].map((action) => action.key);
      const due = allowed.flatMap((verb) => (verb in ofVerb ? [ofVerb[verb as keyof typeof ofVerb]] : []));
      const called = mayCall && allowed.includes('followUp') ? ['call'] : [];
      expect([...shown].sort()).toEqual([...due, ...called].sort());
    }),
  );
});
