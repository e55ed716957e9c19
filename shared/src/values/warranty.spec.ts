import { WARRANTY_TERMS, type WarrantyPart, warrantyVerdict } from './warranty';

const ends = (part: WarrantyPart, deliveredOn: string) => warrantyVerdict(part, deliveredOn, deliveredOn).endsOn;

describe('the statutory warranty (article 7)', () => {
  it.each([
    ['structure', null, '第七条第（一）项', '最低保修期限为设计文件规定的合理使用年限'],
    ['waterproof', '2028-06-30', '第七条第（二）项', '最低保修期限 5 年'],
    ['heating', '2025-03-15', '第七条第（三）项', '最低保修期限 2 个采暖期、供冷期'],
    ['pipes-and-wires', '2025-06-30', '第七条第（四）项', '最低保修期限 2 年'],
    ['decoration', '2025-06-30', '第七条第（五）项', '最低保修期限 2 年'],
  ] as const)('of %s, delivered on 2023-06-30, ends on %s', (part, endsOn, clause, termText) => {
    expect(warrantyVerdict(part, '2023-06-30', '2023-07-01')).toEqual({
      verdict: 'within',
      label: '质保内',
      part,
      partName: WARRANTY_TERMS[part].name,
      deliveredOn: '2023-06-30',
      endsOn,
      clause: `《房屋建筑工程质量保修办法》${clause}`,
      termText,
      costText: '属于质量问题的，维修免费；人为损坏除外。',
    });
  });

  it('counts the last day, and not the one after', () => {
    const on = (day: string) => warrantyVerdict('pipes-and-wires', '2023-06-30', day);
    expect([on('2025-06-30').label, on('2025-07-01').label]).toEqual(['质保内', '质保外']);
    expect(on('2025-07-01').costText).toContain('先报价');
  });

  it('of the structure never ends', () => {
    expect(warrantyVerdict('structure', '1990-01-01', '2099-12-31')).toMatchObject({ verdict: 'within', endsOn: null });
  });

  it('that began on 29 February ends on 28 February, unless that year has a 29th too', () => {
    expect(ends('pipes-and-wires', '2024-02-29')).toBe('2026-02-28');
    expect(ends('waterproof', '2024-02-29')).toBe('2029-02-28');
    expect(ends('pipes-and-wires', '2022-02-28')).toBe('2024-02-28');
  });

  it.each([
    ['the end of a period', '2024-03-15', '2025-03-15'],
    ['the day after it', '2024-03-16', '2026-03-15'],
    ['autumn', '2024-11-20', '2026-03-15'],
    ['new year', '2025-01-01', '2026-03-15'],
  ])('of heating delivered at %s ends after two heating periods', (_when, deliveredOn, endsOn) => {
    expect(ends('heating', deliveredOn)).toBe(endsOn);
  });

  it('is to be checked when nobody knows the delivery', () => {
    const unknown = warrantyVerdict('waterproof', null, '2026-01-01');
    expect(unknown).toMatchObject({ verdict: 'unknown', label: '待核实', endsOn: null, deliveredOn: null });
    expect(unknown.clause).toBe('《房屋建筑工程质量保修办法》第七条第（二）项');
  });

  it('does not exist for what is no part of the building', () => {
    expect(warrantyVerdict(null, '2025-01-01', '2026-01-01')).toMatchObject({
      verdict: 'none',
      label: '不适用质保',
      part: null,
      partName: null,
      clause: null,
      termText: null,
    });
  });
});
