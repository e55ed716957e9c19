import { consentStands } from './consent';

const purpose = (key: string, required: boolean) => ({ key, required, title: key, description: key });
const POLICY = { version: '2', purposes: [purpose('service', true), purpose('marketing', false)] };
const given = (part: object) => ({ purpose: 'service', policyVersion: '2', withdrawnAt: null, ...part });

it('stands while every required purpose was agreed to under this version and not taken back', () => {
  expect(consentStands(POLICY, [given({})])).toBe(true);
  expect(consentStands(POLICY, [given({ withdrawnAt: '2026-01-01T00:00:00Z' }), given({})])).toBe(true);
  for (const part of [{ purpose: 'marketing' }, { policyVersion: '1' }, { withdrawnAt: '2026-01-01T00:00:00Z' }])
    expect(consentStands(POLICY, [given(part)])).toBe(false);
  expect(consentStands(POLICY, [])).toBe(false);
});
