import { readFileSync } from 'node:fs';
import path from 'node:path';
import { COLOURS, FONT, lookFor, widthOf } from './look';

it('draws in the colours and letters of the style sheet', () => {
  const tokens = readFileSync(path.resolve(__dirname, '../../../styles/tokens.scss'), 'utf8');
  const told = Object.fromEntries([...tokens.matchAll(/--color-([\w-]+): (#\w+);/g)].map(([, name, value]) => [name, value]));
  expect(told).toMatchObject(COLOURS);
  expect(tokens).toContain(`--font: ${FONT};`);
  const [usual, large] = tokens.split('.large-type');
  expect(usual).toContain(`--text-small: ${lookFor(false).text}px;`);
  expect(large).toContain(`--text-small: ${lookFor(true).text}px;`);
});

it('knows about how wide words are', () => {
  expect(widthOf('渗漏水', lookFor(false))).toBe(36);
  expect(widthOf('12', lookFor(false))).toBe(14);
  expect(widthOf('渗漏水', lookFor(true))).toBe(45);
});
