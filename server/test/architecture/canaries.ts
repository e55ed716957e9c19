/** A file that breaks rules on purpose, and everything that must be said about it. */
export interface Canary {
  breaks: string[];
  file: string;
  imports: string[];
  /** Further illegal or needed lines elsewhere, as file → imports. */
  beside?: Record<string, string[]>;
}

const S = 'server/src';
const R = `${S}/modules/registers`;
const J = `${S}/modules/journeys`;
const E = `${S}/modules/echoes`;
const M = 'miniapp/src';

/**
 * A small legal house: every arrow that the floors allow. None of it may be reported, or a rule forbids too much.
 * Imports are paths from the root of the tree, or package names.
 */
export const legalTree: Record<string, string[]> = {
  'shared/src/index.ts': ['shared/src/values/phone.ts'],
  'shared/src/values/phone.ts': [],
  'shared/src/values/phone.spec.ts': ['shared/src/values/phone.ts', 'fast-check'],

  [`${S}/config/config.ts`]: ['@guihu/shared'],
  [`${S}/platform/clock/clock.ts`]: [`${S}/config/config.ts`, '@nestjs/common'],
  [`${S}/platform/database/database.ts`]: ['typeorm', `${S}/platform/clock/clock.ts`],
  [`${S}/platform/http/coded-error.ts`]: ['@guihu/shared'],
  [`${S}/platform/http/guard.ts`]: ['fastify', '@nestjs/common'],
  [`${S}/platform/working-time/index.ts`]: ['@guihu/shared'],
  [`${S}/integrations/wechat/wechat.port.ts`]: ['@guihu/shared'],
  [`${S}/integrations/wechat/wechat.client.ts`]: [`${S}/integrations/wechat/wechat.port.ts`, `${S}/platform/clock/clock.ts`],
  [`${S}/integrations/wechat/wechat.fixture.ts`]: [`${S}/integrations/wechat/wechat.client.ts`],
  [`${S}/migrations/1-create-leads.ts`]: [`${S}/platform/database/database.ts`],

  [`${R}/staff/index.ts`]: [`${R}/staff/staff.queries.ts`],
  [`${R}/staff/staff.entity.ts`]: [`${S}/platform/database/database.ts`],
  [`${R}/staff/staff.queries.ts`]: [`${R}/staff/staff.entity.ts`],
  [`${R}/customer/index.ts`]: [`${R}/customer/customer.register.ts`],
  [`${R}/customer/customer.register.ts`]: [`${R}/staff/index.ts`, `${S}/integrations/wechat/wechat.port.ts`],

  [`${J}/viewing/index.ts`]: [`${J}/viewing/viewing.queries.ts`, `${J}/viewing/viewing.events.ts`],
  [`${J}/viewing/viewing.queries.ts`]: ['@guihu/shared'],
  [`${J}/viewing/viewing.events.ts`]: ['@guihu/shared'],
  [`${J}/lead/index.ts`]: [`${J}/lead/lead.module.ts`, `${J}/lead/lead.events.ts`],
  [`${J}/lead/lead.module.ts`]: [`${J}/lead/lead.controller.ts`, `${J}/lead/routing/route-lead.job.ts`],
  [`${J}/lead/lead.controller.ts`]: [`${J}/lead/intake/lead-intake.service.ts`, `${J}/lead/lead.dto.ts`, `${S}/platform/http/guard.ts`],
  [`${J}/lead/lead.dto.ts`]: ['@guihu/shared'],
  [`${J}/lead/lead.events.ts`]: ['@guihu/shared'],
  [`${J}/lead/lead.errors.ts`]: [`${S}/platform/http/coded-error.ts`],
  [`${J}/lead/lead.entity.ts`]: [`${S}/platform/database/database.ts`, 'typeorm'],
  [`${J}/lead/lead.rows.ts`]: [`${S}/platform/database/database.ts`],
  [`${J}/lead/lead.policy.ts`]: [
    '@guihu/shared',
    `type ${J}/lead/lead.rows.ts`,
    `${S}/platform/working-time/index.ts`,
    `${J}/lead/lead.errors.ts`,
  ],
  [`${J}/lead/intake/lead-intake.service.ts`]: [
    `${J}/lead/lead.policy.ts`,
    `${J}/lead/lead.entity.ts`,
    `${J}/lead/lead.events.ts`,
    `${R}/customer/index.ts`,
    `${J}/viewing/index.ts`,
    `${S}/integrations/wechat/wechat.port.ts`,
  ],
  [`${J}/lead/routing/route-lead.job.ts`]: [`${J}/lead/intake/lead-intake.service.ts`],

  [`${E}/sop/sop.service.ts`]: [`${J}/lead/index.ts`, `${R}/staff/index.ts`, `${S}/integrations/wechat/wechat.port.ts`],
  [`${S}/seeds/small-town.ts`]: [`${R}/staff/staff.entity.ts`],
  [`${S}/app.module.ts`]: [`${J}/lead/index.ts`, `${E}/sop/sop.service.ts`, `${S}/integrations/wechat/wechat.client.ts`],
  [`${S}/main.ts`]: [`${S}/app.module.ts`, `${S}/seeds/small-town.ts`, `${S}/migrations/1-create-leads.ts`],

  [`${M}/platform/request.ts`]: ['@tarojs/taro', '@guihu/shared'],
  [`${M}/api/leads.api.ts`]: ['type @guihu/shared'],
  [`${M}/session/index.ts`]: [`${M}/api/leads.api.ts`, `${M}/platform/request.ts`],
  [`${M}/components/plan/_lib/geometry.ts`]: ['@guihu/shared'],
  [`${M}/components/plan/plan.tsx`]: [`${M}/components/plan/_lib/geometry.ts`, '@tarojs/components'],
  [`${M}/pages/home/index.tsx`]: [`${M}/session/index.ts`, `${M}/components/plan/plan.tsx`, `${M}/pages/home/_lib/words.ts`],
  [`${M}/pages/home/_lib/words.ts`]: [],
  [`${M}/subpackages/sales/_lib/urgency.ts`]: [],
  [`${M}/subpackages/sales/pages/lead/index.tsx`]: [`${M}/subpackages/sales/_lib/urgency.ts`, `${M}/platform/request.ts`],
};

export const canaries: Canary[] = [
  { breaks: ['shared-stands-alone'], file: 'shared/src/canary-built-in.ts', imports: ['node:fs'] },
  { breaks: ['shared-stands-alone'], file: 'shared/src/canary-package.ts', imports: ['rxjs'] },
  { breaks: ['config-is-the-ground'], file: `${S}/config/canary.ts`, imports: [`${S}/platform/clock/clock.ts`] },
  { breaks: ['platform-knows-no-business'], file: `${S}/platform/canary.ts`, imports: [`${R}/staff/index.ts`] },
  { breaks: ['platform-knows-no-business'], file: `${S}/platform/canary-outside.ts`, imports: [`${S}/integrations/wechat/wechat.port.ts`] },
  { breaks: ['integration-knows-no-module'], file: `${S}/integrations/wechat/canary.ts`, imports: [`${J}/lead/index.ts`] },
  {
    breaks: ['integration-knows-no-module'],
    file: `${S}/integrations/storage/canary.ts`,
    imports: [`${S}/integrations/wechat/wechat.client.ts`],
  },
  { breaks: ['register-sees-ground-and-faces'], file: `${R}/staff/canary-uphill.ts`, imports: [`${J}/lead/index.ts`] },
  {
    breaks: ['register-sees-ground-and-faces'],
    file: `${R}/staff/canary-sibling.ts`,
    imports: [`${R}/customer/customer.register.ts`],
  },
  { breaks: ['journey-sees-registers-and-ports'], file: `${J}/viewing/canary.ts`, imports: [`${R}/staff/staff.queries.ts`] },
  {
    breaks: ['journey-sees-registers-and-ports'],
    file: `${J}/viewing/canary-sibling.ts`,
    imports: [`${J}/lead/intake/lead-intake.service.ts`],
  },
  { breaks: ['echo-sees-faces-only'], file: `${E}/sop/canary.ts`, imports: [`${J}/lead/lead.entity.ts`] },
  {
    breaks: ['nobody-imports-an-echo', 'journey-sees-registers-and-ports'],
    file: `${J}/lead/canary-calls-echo.ts`,
    imports: [`${E}/sop/sop.service.ts`],
  },
  {
    breaks: ['nobody-imports-an-echo', 'echo-sees-faces-only'],
    file: `${E}/timeline/canary-calls-echo.ts`,
    imports: [`${E}/sop/sop.service.ts`],
  },
  {
    breaks: ['nobody-imports-a-door', 'register-sees-ground-and-faces'],
    file: `${R}/staff/canary-door.ts`,
    imports: [`${S}/seeds/small-town.ts`],
  },
  {
    breaks: ['modules-see-ports-only', 'journey-sees-registers-and-ports'],
    file: `${J}/lead/canary-adapter.ts`,
    imports: [`${S}/integrations/wechat/wechat.client.ts`],
  },
  { breaks: ['migration-stands-still'], file: `${S}/migrations/2-canary.ts`, imports: [`${R}/staff/staff.entity.ts`] },
  { breaks: ['server-and-miniapp-never-meet'], file: 'server/test/canary.ts', imports: [`${M}/platform/request.ts`] },
  { breaks: ['server-and-miniapp-never-meet'], file: 'miniapp/test/canary.ts', imports: [`${S}/platform/clock/clock.ts`] },

  {
    breaks: ['face-hides-the-inside'],
    file: `${R}/project/index.ts`,
    imports: [`${R}/project/project.entity.ts`],
    beside: { [`${R}/project/project.entity.ts`]: [] },
  },
  {
    breaks: ['journey-face-hides-its-service'],
    file: `${J}/referral/index.ts`,
    imports: [`${J}/referral/referral.service.ts`],
    beside: { [`${J}/referral/referral.service.ts`]: [] },
  },
  {
    breaks: ['journeys-never-both-ways'],
    file: `${J}/purchase`,
    imports: [],
    beside: {
      [`${J}/purchase/index.ts`]: [`${J}/purchase/purchase.queries.ts`],
      [`${J}/purchase/purchase.queries.ts`]: ['@guihu/shared'],
      [`${J}/purchase/contract/purchase-contract.service.ts`]: [`${J}/delivery/index.ts`],
      [`${J}/delivery/index.ts`]: [`${J}/delivery/delivery.queries.ts`],
      [`${J}/delivery/delivery.queries.ts`]: ['@guihu/shared'],
      [`${J}/delivery/delivery.service.ts`]: [`${J}/purchase/index.ts`],
    },
  },
  { breaks: ['own-face-is-for-others'], file: `${J}/lead/canary-face.ts`, imports: [`${J}/lead/index.ts`] },
  { breaks: ['controller-only-asks'], file: `${J}/lead/canary-statement.controller.ts`, imports: ['typeorm'] },
  { breaks: ['controller-only-asks'], file: `${J}/lead/canary-rule.controller.ts`, imports: [`${J}/lead/lead.policy.ts`] },
  { breaks: ['job-only-calls'], file: `${J}/lead/canary.job.ts`, imports: [`${J}/lead/lead.entity.ts`] },
  { breaks: ['service-knows-no-door'], file: `${J}/lead/canary-http.service.ts`, imports: ['fastify'] },
  { breaks: ['service-knows-no-door'], file: `${J}/lead/canary.service.ts`, imports: [`${J}/lead/lead.controller.ts`] },
  { breaks: ['queries-only-read'], file: `${J}/lead/canary.queries.ts`, imports: [`${J}/lead/intake/lead-intake.service.ts`] },
  { breaks: ['policy-is-pure'], file: `${J}/lead/canary-database.policy.ts`, imports: [`${S}/platform/database/database.ts`] },
  { breaks: ['policy-is-pure'], file: `${J}/lead/canary-clock.policy.ts`, imports: [`${S}/platform/clock/clock.ts`] },
  { breaks: ['policy-is-pure'], file: `${J}/lead/canary-row.policy.ts`, imports: [`${J}/lead/lead.entity.ts`] },
  { breaks: ['policy-is-pure'], file: `${J}/lead/canary-package.policy.ts`, imports: ['@nestjs/common'] },
  { breaks: ['policy-runs-no-rows'], file: `${J}/lead/canary-statement.policy.ts`, imports: [`${J}/lead/lead.rows.ts`] },
  { breaks: ['entity-is-ground'], file: `${J}/lead/canary.entity.ts`, imports: [`${J}/lead/lead.policy.ts`] },
  { breaks: ['entity-is-ground'], file: `${J}/lead/canary-http.entity.ts`, imports: [`${S}/platform/http/guard.ts`] },
  { breaks: ['events-and-errors-are-ground'], file: `${J}/lead/canary.events.ts`, imports: [`${J}/lead/lead.entity.ts`] },
  { breaks: ['events-and-errors-are-ground'], file: `${J}/lead/canary.errors.ts`, imports: [`${J}/lead/lead.policy.ts`] },

  { breaks: ['taro-stays-in-platform'], file: `${M}/pages/home/_hooks/canary.ts`, imports: ['@tarojs/taro'] },
  { breaks: ['mini-platform-sees-shared'], file: `${M}/platform/canary.ts`, imports: [`${M}/api/leads.api.ts`] },
  { breaks: ['mini-api-takes-a-request'], file: `${M}/api/canary.api.ts`, imports: [`${M}/platform/request.ts`] },
  { breaks: ['mini-api-sees-types-only'], file: `${M}/api/canary-values.api.ts`, imports: ['@guihu/shared'] },
  {
    breaks: ['mini-session-sees-api-and-platform'],
    file: `${M}/session/canary.ts`,
    imports: [`${M}/components/plan/plan.tsx`],
  },
  { breaks: ['mini-component-is-plain'], file: `${M}/components/canary/canary.tsx`, imports: [`${M}/session/index.ts`] },
  {
    breaks: ['component-keeps-its-private-parts'],
    file: `${M}/components/canary/canary-neighbour.tsx`,
    imports: [`${M}/components/plan/_lib/geometry.ts`],
  },
  { breaks: ['pages-use-whole-components'], file: `${M}/pages/home/canary.ts`, imports: [`${M}/components/plan/_lib/geometry.ts`] },
  { breaks: ['page-knows-no-other-page'], file: `${M}/pages/me/canary.ts`, imports: [`${M}/pages/home/_lib/words.ts`] },
  {
    breaks: ['page-knows-no-other-page'],
    file: `${M}/subpackages/service/pages/order/canary.ts`,
    imports: [`${M}/subpackages/sales/_lib/urgency.ts`],
  },
  {
    breaks: ['nothing-below-imports-a-page', 'mini-component-is-plain'],
    file: `${M}/components/canary/canary-page.tsx`,
    imports: [`${M}/pages/home/_lib/words.ts`],
  },

  {
    breaks: ['no-circular'],
    file: `${S}/platform/canary-circle-a.ts`,
    imports: [`${S}/platform/canary-circle-b.ts`],
    beside: { [`${S}/platform/canary-circle-b.ts`]: [`${S}/platform/canary-circle-a.ts`] },
  },
  { breaks: ['no-orphans'], file: `${S}/platform/canary-orphan.ts`, imports: [] },
  {
    breaks: ['product-knows-no-tests'],
    file: `${S}/integrations/wechat/canary-fixture.ts`,
    imports: [`${S}/integrations/wechat/wechat.fixture.ts`],
  },
  { breaks: ['imports-exist'], file: `${S}/platform/canary-nowhere.ts`, imports: [`${S}/platform/nowhere.ts`] },
  // A package that is installed for somebody else, but that no package.json of the tree names.
  { breaks: ['packages-are-declared'], file: `${S}/platform/canary-undeclared.ts`, imports: ['acorn'] },
  { breaks: ['server-ships-without-dev-packages'], file: `${S}/platform/canary-dev.ts`, imports: ['fast-check'] },
];
