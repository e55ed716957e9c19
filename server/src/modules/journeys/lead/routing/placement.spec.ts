import type { EntityManager } from 'typeorm';
import { Placements } from './placement';

describe('a placement', () => {
  it('reads on the connection that holds the locks: a second one may never come free', async () => {
    const tx = {} as EntityManager;
    const briefs = jest.fn(async () => new Map());
    const parts = [{}, {}, {}, {}, { find: async () => null }, { find: async () => null }, { briefs }, {}];
    const placements = new Placements(...(parts as unknown as ConstructorParameters<typeof Placements>));
    await placements.begin(tx, 'p', {} as never, [{ customer_id: 'c', channel_code: 'x' } as never], 0);
    expect(briefs).toHaveBeenCalledWith(['c'], tx);
  });
});
