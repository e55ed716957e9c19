import fc from 'fast-check';
import { formerAgent, type PastService } from './repurchase.policy';

const past = (part: Partial<PastService>): PastService => ({ projectId: 'here', staffId: 'lin', won: false, at: 1, ...part });

describe('whom an owner is led back to', () => {
  it('is nobody for whoever was never served', () => expect(formerAgent([], 'here')).toBeNull());

  it('is who knows this project, then who sold, then who was last', () => {
    const elsewhere = past({ projectId: 'there', staffId: 'qian', won: true, at: 9 });
    const sold = past({ staffId: 'zhao', won: true, at: 2 });
    const served = past({ staffId: 'sun', at: 8 });
    expect(formerAgent([elsewhere, served, sold], 'here')).toBe('zhao');
    expect(formerAgent([elsewhere, served], 'here')).toBe('sun');
    expect(formerAgent([elsewhere, past({ projectId: 'there', staffId: 'wu', at: 99 })], 'here')).toBe('qian');
    expect(formerAgent([sold, past({ staffId: 'sun', won: true, at: 3 })], 'here')).toBe('sun');
  });

  it('does not hang on the order in which the past is told', () => {
    const each = fc.record({
      projectId: fc.constantFrom('here', 'there'),
      staffId: fc.string({ minLength: 1 }),
      won: fc.boolean(),
      at: fc.integer(),
    });
    fc.assert(
      fc.property(fc.uniqueArray(each, { selector: ({ at }) => at }), (services) => {
        expect(formerAgent([...services].reverse(), 'here')).toBe(formerAgent(services, 'here'));
      }),
    );
  });
});
