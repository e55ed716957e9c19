import fc from 'fast-check';
import { fitField } from './fields';
import { checkFields } from './simulator/field-checker';
import { TEMPLATE_CATALOGUE } from './template-catalogue';

/** Whether WeChat, as the simulator knows it, takes this value in this field. */
const accepted = (key: string, value: string) => checkFields([key], { [key]: { value } });

const TEXT_KINDS = [
  'thing',
  'short_thing',
  'character_string',
  'letter',
  'symbol',
  'phone_number',
  'car_number',
  'name',
  'phrase',
  'number',
];

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom('许', '玉', '𠮷', '\u200d', '👩', '🏽', '\ufe0f', '\u20e3', 'x', 'Z', '0', '9', ' ', '¥', '~', '-'),
    maxLength: 50,
  }),
  fc.string({ unit: fc.constantFrom('\ud83d', '\ude00', '\n', '\u0000', '\u200b', '，', '号', 'A', '😀', '🇨🇳'), maxLength: 50 }),
);

describe('fitting values into WeChat fields', () => {
  it.each(TEXT_KINDS)('makes any text acceptable in a %s field', (kind) => {
    fc.assert(
      fc.property(anyText, (text) => accepted(`${kind}1`, fitField(`${kind}1`, text))),
      { numRuns: 2000 },
    );
  });

  it('makes any instant acceptable in time and date fields', () => {
    const instants = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, fc.constantFrom('time3', 'date3'), (instant, key) => {
        accepted(key, fitField(key, instant));
        accepted(key, fitField(key, instant.getTime()));
        accepted(key, fitField(key, instant.toISOString()));
      }),
    );
  });

  it('makes any amount and number acceptable', () => {
    const numbers = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.maxSafeInteger());
    fc.assert(
      fc.property(numbers, (value) => {
        accepted('amount1', fitField('amount1', value));
        accepted('number1', fitField('number1', value));
      }),
    );
  });

  it('leaves text alone that fits already', () => {
    fc.assert(fc.property(fc.stringMatching(/^[一-龥]{1,20}$/u), (text) => expect(fitField('thing1', text)).toBe(text)));
  });

  it.each([
    ['thing1', '这是一段超过二十个字的说明文字需要被截断才能发送', '这是一段超过二十个字的说明文字需要被截…'],
    ['thing1', '第一行\n第二行', '第一行 第二行'],
    ['thing1', '许文😀女士', '许文女士'],
    ['thing1', '  ', '无'],
    ['thing1', `${'字'.repeat(18)}𠮷尾巴`, `${'字'.repeat(18)}…`],
    ['character_string1', '回执GH-0007 号', 'GH-0007'],
    ['phrase1', '已完成第1项工作', '已完成第项'],
    ['amount1', 328_000_050, '¥3280000.50'],
    ['time1', Date.parse('2026-11-23T02:05:00Z'), '2026年11月23日 10:05'],
    ['time1', new Date('2026-12-31T16:30:00Z'), '2027年1月1日 00:30'],
  ])('%s: %p becomes %p', (key, value, expected) => {
    expect(fitField(key, value)).toBe(expected);
  });

  it('refuses words in a time field and a type WeChat does not have', () => {
    expect(() => fitField('time1', '尽快')).toThrow(RangeError);
    expect(() => fitField('time1', new Date(Number.NaN))).toThrow(RangeError);
    expect(() => fitField('first', 'x')).toThrow(RangeError);
    expect(() => fitField('constructor', 'x')).toThrow(RangeError);
  });
});

describe('the template catalogue', () => {
  it('has unique keys, at most five fields each, and examples that WeChat takes', () => {
    expect(new Set(TEMPLATE_CATALOGUE.map((t) => t.key)).size).toBe(TEMPLATE_CATALOGUE.length);
    for (const template of TEMPLATE_CATALOGUE) {
      expect(template.fields.length).toBeLessThanOrEqual(5);
      expect(new Set(template.fields.map((f) => f.key)).size).toBe(template.fields.length);
      for (const field of template.fields) accepted(field.key, field.example);
    }
  });
});
