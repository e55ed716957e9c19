import type { ConsentRecord } from '@guihu/shared';
import { sortConsents, withdrawalWords } from './consent-words';

const consent = (purpose: string, givenAt: string, withdrawnAt: string | null = null): ConsentRecord => ({
  purpose,
  title: purpose,
  policyVersion: '2026-11',
  givenAt,
  withdrawnAt,
});

it('says what follows before an agreement is taken back', () => {
  expect(withdrawalWords({ purpose: 'service', title: '预约与看房联系' })).toEqual({
    title: '撤回「预约与看房联系」？',
    content:
      '撤回后，我们不再为预约看房使用您的姓名和手机号，置业顾问将无法继续与您联系。撤回立即生效，不影响撤回之前已完成的服务；需要时可以重新同意。',
  });
  expect(withdrawalWords({ purpose: 'survey', title: '满意度回访' }).content).toContain('不再为「满意度回访」使用');
});

it('keeps what stands apart from what was taken back', () => {
  const { standing, withdrawn } = sortConsents([
    consent('service', '2026-11-20T02:00:00Z'),
    consent('marketing', '2026-11-21T02:00:00Z'),
    consent('marketing', '2026-11-19T02:00:00Z', '2026-11-20T02:00:00Z'),
  ]);
  expect(standing.map((c) => c.purpose)).toEqual(['marketing', 'service']);
  expect(withdrawn).toHaveLength(1);
});
