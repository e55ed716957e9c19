import { type CategoryFacts, knownCategories, treeOf } from './category-tree.policy';

const category = (id: string, parentId: string | null, more: Partial<CategoryFacts> = {}): CategoryFacts => ({
  id,
  parentId,
  name: id,
  kind: 'repair',
  picture: 'tap',
  part: null,
  skill: null,
  seriousness: 1,
  position: 0,
  active: true,
  ...more,
});

const ROWS = [
  category('water', null, { part: 'pipes-and-wires', skill: 'plumbing', position: 2 }),
  category('tap', 'water', { position: 1 }),
  category('toilet', 'water', { skill: 'decoration', position: 0 }),
  category('deep', 'tap', { part: 'waterproof' }),
  category('public', null, { position: 1 }),
  category('noise', null, { kind: 'complaint', position: 0 }),
];

describe('what can be reported', () => {
  it('inherits warranty and skill from the nearest above, and knows its way from the root', () => {
    const known = knownCategories(ROWS);
    expect(known.get('tap')).toMatchObject({ part: 'pipes-and-wires', skill: 'plumbing', path: ['water', 'tap'] });
    expect(known.get('toilet')).toMatchObject({ part: 'pipes-and-wires', skill: 'decoration' });
    expect(known.get('deep')).toMatchObject({ part: 'waterproof', skill: 'plumbing', path: ['water', 'tap', 'deep'] });
    expect(known.get('public')).toMatchObject({ part: null, skill: null, path: ['public'] });
  });

  it('is a tree in the developer’s order, with skills as people call them', () => {
    const tree = treeOf(ROWS, knownCategories(ROWS));
    expect(tree.map((c) => c.id)).toEqual(['public', 'water', 'noise']);
    expect(tree[1]?.children.map((c) => c.id)).toEqual(['toilet', 'tap']);
    expect(tree[1]?.children[1]).toMatchObject({ skill: '给排水', part: 'pipes-and-wires', children: [{ id: 'deep' }] });
    expect(tree[0]?.skill).toBeNull();
  });

  it('leaves out what was retired with everything below it, and still knows its name', () => {
    const rows = ROWS.map((row) => (row.id === 'tap' ? { ...row, active: false } : row));
    const known = knownCategories(rows);
    expect(treeOf(rows, known)[1]?.children.map((c) => c.id)).toEqual(['toilet']);
    expect(known.get('deep')).toMatchObject({ name: 'deep', active: false });
  });

  it('survives a ring and a parent that is gone', () => {
    const known = knownCategories([category('a', 'b'), category('b', 'a'), category('c', 'gone')]);
    expect(known.get('a')?.path).toEqual(['b', 'a']);
    expect(known.get('c')?.path).toEqual(['c']);
  });
});
