import type { LeadSubmission } from '@guihu/shared';
import fc from 'fast-check';
import { type Person, startApp, type TestApp } from '../support/app';
import { aVerifiedPerson } from '../support/homes';
import { aLead, freshPhone, submit } from '../support/leads';
import { expectProblem, rowCounts } from '../support/refusals';

type Form = Record<string, unknown> & { intent: Record<string, unknown>; consent: Record<string, unknown> };

const RUNS = { numRuns: 60 };
const notText = fc.oneof(
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.string()),
  fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.string()),
);
const notWhole = fc.oneof(fc.string(), fc.boolean(), fc.constant([]), fc.constant({}), fc.constantFrom(0.5, -1, 1e300, -0.1, 2 ** 53));
const control = fc.constantFrom('\u0000', '\u0007', '\u001b[31m', '\u007f', '\u0085', '\u2028', '\u2029', '\ud800', '\udc00', '\ufdd0');
const prototypeKeys = fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__');

/** The form with one place in it changed, by a path such as `intent.areaMin`. */
const withValue = (form: LeadSubmission, path: string, value: unknown): Form => {
  const copy = structuredClone(form) as unknown as Form;
  const [first, second] = path.split('.') as [string, string?];
  if (second) (copy[first] as Record<string, unknown>)[second] = value;
  else copy[first] = value;
  return copy;
};

describe('a prospect who sends nonsense', () => {
  let world: TestApp;
  let prospect: Person;
  let form: LeadSubmission;

  beforeAll(async () => {
    world = await startApp();
    prospect = await world.stranger('bad-input');
    form = await aLead(world, { phone: freshPhone() });
  });
  afterAll(() => world?.stop());

  /** Refused as a problem, naming the field, with nothing written: not even the key of the request. */
  const refuses = async (body: unknown, field?: string): Promise<void> => {
    const before = await rowCounts(world);
    const answer = await submit(world, prospect, body as LeadSubmission);
    expectProblem(answer);
    if (field) expect((answer.body.errors ?? []).map((e: { field: string }) => e.field)).toContain(field);
    expect(await rowCounts(world)).toEqual(before);
  };

  it.each([
    'name',
    'gender',
    'projectId',
    'phone',
    'channelCode',
    'liveCode',
    'referralCode',
    'intent.productType',
    'intent.purpose',
    'intent.note',
    'consent.policyVersion',
    // Left out is fine for most of these; null means left out and is judged by the rules that follow.
  ])('cannot fill %s with what is not text', (field) =>
    fc.assert(
      fc.asyncProperty(
        notText.filter((v) => v !== null),
        (value) => refuses(withValue(form, field, value), field),
      ),
      { numRuns: 12 },
    ),
  );

  it.each(['areaMin', 'areaMax', 'budgetMin', 'budgetMax'])('cannot fill %s with anything but a whole number in range', (field) =>
    fc.assert(
      fc.asyncProperty(notWhole, (value) => refuses(withValue(form, `intent.${field}`, value), `intent.${field}`)),
      { numRuns: 20 },
    ),
  );

  it('cannot put lists, texts or nothing where an object belongs', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom('intent', 'consent'),
        fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.anything({ maxDepth: 1 }))),
        (field, value) => refuses(withValue(form, field, value)),
      ),
      RUNS,
    ));

  it('cannot agree to a purpose that is no text, or to more purposes than there are', () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.array(fc.oneof(fc.integer(), fc.constant(null), fc.constant({})), { minLength: 1 }),
          fc.constant(Array(21).fill('x')),
          fc.string(),
        ),
        (value) => refuses(withValue(form, 'consent.purposes', value), 'consent.purposes'),
      ),
      RUNS,
    ));

  it('cannot send a field that nobody asked for, wherever it stands', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom('', 'intent.', 'consent.'),
        fc.oneof(prototypeKeys, fc.stringMatching(/^[a-z]{3,12}X$/)),
        fc.anything({ maxDepth: 1 }),
        async (at, key, value) => {
          const text = JSON.stringify(withValue(form, `${at}THE_KEY`, value ?? 1)).replace('THE_KEY', key);
          const before = await rowCounts(world);
          const answer = await prospect.post('/api/leads', text, { 'content-type': 'application/json' });
          expectProblem(answer);
          expect(await rowCounts(world)).toEqual(before);
          expect(({} as Record<string, unknown>).THE_KEY).toBeUndefined();
        },
      ),
      RUNS,
    ));

  it.each(['name', 'phone', 'channelCode', 'projectId', 'intent.note', 'consent.policyVersion'])('cannot send a megabyte as %s', (field) =>
    refuses(withValue(form, field, 'x'.repeat(1 << 20))),
  );

  it.each([
    'name',
    'phone',
    'projectId',
    'channelCode',
    'liveCode',
    'referralCode',
    'intent.productType',
    'intent.purpose',
    'intent.note',
    'consent.policyVersion',
  ])('cannot fill %s beyond its room', (field) => refuses(withValue(form, field, '长'.repeat(4_000)), field));

  it.each([20, 1_000, 40_000])('cannot nest %i levels deep', async (levels) => {
    const before = await rowCounts(world);
    for (const [open, close] of [
      ['{"a":', '}'],
      ['[', ']'],
    ] as const) {
      const text = `{"intent":${open.repeat(levels)}1${close.repeat(levels)}}`;
      expectProblem(await prospect.post('/api/leads', text, { 'content-type': 'application/json' }));
    }
    expect(await rowCounts(world)).toEqual(before);
  });

  it('cannot put control characters or broken halves of characters in a name', () =>
    fc.assert(
      fc.asyncProperty(control, fc.constantFrom('许文', 'Anna'), (bad, name) =>
        refuses(withValue(form, 'name', `${name.slice(0, 1)}${bad}${name.slice(1)}`), 'name'),
      ),
      RUNS,
    ));

  it.each(['', '   ', '😀', '👨‍👩‍👧‍👦', '🇨🇳', '……', '123', '!!!', '\u200f', '\u200b\u200b'])('cannot be called %j', (name) =>
    refuses(withValue(form, 'name', name), 'name'),
  );

  it.each([
    '',
    '1',
    '12345678901',
    '1380013800',
    '138001380000',
    '+1 555 0100',
    '+86 400 820 8820',
    '400-820-8820',
    '110',
    "13800138000' OR '1'='1",
    '＋＋８６',
    '٠١٢٣',
    '13800138000\u0000',
    '+999 123456789',
  ])('cannot be reached at %j', (phone) => refuses(withValue(form, 'phone', phone), 'phone'));

  it('learns nothing of the number from the refusal', async () => {
    const answer = await submit(world, prospect, withValue(form, 'phone', '138001380019999') as never);
    expect(JSON.stringify(answer.body)).not.toContain('13800138001');
  });

  it.each(['nowhere', "' OR 1=1 --", '../../etc/passwd', '😀', '%'])('finds no project %j', (projectId) =>
    refuses(withValue(form, 'projectId', projectId)),
  );

  it.each(['[]', '"text"', '1', 'true', 'null', '{', '{"name":', '\u0000', '{"name":"许文"}x', '﻿{}'])(
    'cannot send %j as a form',
    async (text) => {
      const before = await rowCounts(world);
      const answer = await prospect.post('/api/leads', text, { 'content-type': 'application/json' });
      expectProblem(answer);
      expect(await rowCounts(world)).toEqual(before);
    },
  );

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'image/png', 'application/xml', 'x', 'multipart/form-data'])(
    'cannot send a form as %s',
    async (type) => {
      const before = await rowCounts(world);
      const answer = await prospect.post('/api/leads', JSON.stringify(form), { 'content-type': type });
      expectProblem(answer);
      expect(await rowCounts(world)).toEqual(before);
    },
  );

  it.each(['short', 'x'.repeat(200), 'has space in it', 'ключ-ключ'.replace(/[^\x20-\x7e]/g, '\u00e9')])(
    'cannot use the request key %j',
    async (key) => {
      const before = await rowCounts(world);
      expectProblem(await submit(world, prospect, form, key), 'request.invalid');
      expect(await rowCounts(world)).toEqual(before);
    },
  );

  it.each([
    ['欧阳𠮷', 'a character beyond the first plane'],
    ['㛃', 'a rare character'],
    ['𬎆', 'a character of names only'],
    ['買買提·吐爾遜', 'a middle dot'],
    ['محمد', 'a script from right to left'],
    ["Seán O'Brien-Ñandú", 'accents, apostrophe and hyphen'],
    ['さくら', 'another script'],
    ['a\u0301bel', 'a combining mark'],
    ['小花🌸', 'a name with a flower at its end'],
  ])('may be called %s: %s', async (name) => {
    const someone = await world.stranger(`named-${Buffer.from(name).toString('hex').slice(0, 20)}`);
    const answer = await submit(world, someone, await aLead(world, { name, phone: freshPhone() }));
    expect(answer.status).toBe(201);
    const [row] = await world.database.rows<{ name: string }>(
      'SELECT c.name FROM customers c JOIN leads l ON l.customer_id = c.id WHERE l.id = ?',
      [answer.body.id],
    );
    expect(row?.name).toBe(name.normalize('NFC'));
  });

  it.each(['+852 5123 4567', '+1 202 555 0143', '+44 7400 123456', '+65 8123 4567', '０１０－６５５２９９８８'])(
    'may be reached at %s',
    async (phone) => {
      const someone = await world.stranger(`abroad-${phone.replace(/\D/g, '')}`);
      expect((await submit(world, someone, await aLead(world, { phone }))).status).toBe(201);
    },
  );

  it('writes signs that count as one for them and as two in a column: taken or refused, never a fault of ours', async () => {
    const person = await aVerifiedPerson(world);
    const { projectId } = form;
    const long = { projectId, name: '李雷雷', phone: freshPhone(), relation: '❤️'.repeat(20) };
    const answer = await person.post('/api/referrals', long);
    if (world.database.dialect === 'sqlite') expect(answer.status).toBe(201);
    else expectProblem(answer, 'request.invalid');
    expect((await person.post('/api/referrals', { ...long, phone: freshPhone(), relation: '❤️'.repeat(10) })).status).toBe(201);
  });
});
