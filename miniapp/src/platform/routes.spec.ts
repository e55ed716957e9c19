import { readFileSync } from 'node:fs';
import path from 'node:path';
import { addressOf, PATHS } from './routes';

/** Named so that messages may link to them; declared together with the page itself. */
const RESERVED = [
  'bookViewing',
  'myViewings',
  'myViewing',
  'changeViewing',
  'viewingPass',
  'siteCheckIn',
  'staffViewings',
  'staffViewing',
] as const;

it('names every declared page and no other', () => {
  const declared = readFileSync(path.resolve(__dirname, '../app.config.ts'), 'utf8');
  const sub = (root: string) => {
    const part = declared.split(`root: 'subpackages/${root}'`)[1]?.split(']')[0] ?? '';
    return [...part.matchAll(/'(pages\/[\w-]+\/index)'/g)].map((match) => `/subpackages/${root}/${match[1]}`);
  };
  const inSubpackages = [...declared.matchAll(/root: 'subpackages\/(\w+)'/g)].flatMap(([, root]) => sub(root as string));
  const main = ['home', 'todo', 'me'].map((tab) => `/pages/${tab}/index`);
  const awaited = RESERVED.map((name) => PATHS[name]).filter((page) => !inSubpackages.includes(page));
  expect(Object.values(PATHS).sort()).toEqual([...main, ...inSubpackages, ...awaited].sort());
  expect(new Set(inSubpackages).size).toBe(inSubpackages.length);
});

it('writes parameters so that they arrive as they were', () => {
  expect(addressOf('leads', { status: 'offered', projectId: '' })).toBe('/subpackages/sales/pages/leads/index?status=offered');
  expect(addressOf('project', { id: 'a&b', channel: '抖音' })).toBe(
    `/subpackages/customer/pages/project/index?id=a%26b&channel=${encodeURIComponent('抖音')}`,
  );
  expect(addressOf('home')).toBe('/pages/home/index');
});
