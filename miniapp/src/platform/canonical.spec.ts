import { canonical } from './canonical';

it('is the same text for the same content written in another order', () => {
  expect(canonical({ a: 1, b: { c: [1, { d: 2, e: null }], f: 'x' } })).toBe(canonical({ b: { f: 'x', c: [1, { e: null, d: 2 }] }, a: 1 }));
});

it('is another text when an order that counts is another, or a value is', () => {
  expect(canonical({ list: ['a', 'b'] })).not.toBe(canonical({ list: ['b', 'a'] }));
  expect(canonical({ days: 30 })).not.toBe(canonical({ days: null }));
});
