import { EMPTY_VIEWS, viewAsked, viewsFor } from './order-views';

const keys = (decides: boolean, serves: boolean) => viewsFor(decides, serves).map(({ value }) => value);

it('begins with one’s own orders, or with the team’s for whoever decides', () => {
  expect(keys(false, true)).toEqual(['mine', 'claimable', 'done']);
  expect(keys(true, true)).toEqual(['team', 'late', 'claimable', 'mine', 'done']);
});

it('opens the view that was asked for where there is one', () => {
  expect(viewAsked('late', viewsFor(true, true))).toBe('late');
  expect(viewAsked('late', viewsFor(false, true))).toBe('mine');
  expect(viewAsked(undefined, viewsFor(false, true))).toBe('mine');
});

it('says for every view what an empty one means', () => {
  for (const key of keys(true, true)) expect(EMPTY_VIEWS[key as keyof typeof EMPTY_VIEWS].text).not.toBe('');
});
