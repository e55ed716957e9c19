import { createAccountApi } from '@/api/account.api';
import { createConsentsApi } from '@/api/consents.api';
import { createExtrasApi } from '@/api/extras.api';
import { createHomesApi } from '@/api/homes.api';
import { createLeadsApi } from '@/api/leads.api';
import { createLiveCodesApi } from '@/api/live-codes.api';
import { createMessagesApi } from '@/api/messages.api';
import { createProjectsApi } from '@/api/projects.api';
import { createReferralsApi } from '@/api/referrals.api';
import { createRewardsApi } from '@/api/rewards.api';
import { createServiceDeskApi } from '@/api/service-desk.api';
import { createSiteRotaApi } from '@/api/site-rota.api';
import { createStaffApi } from '@/api/staff.api';
import { createStaffCodesApi } from '@/api/staff-codes.api';
import { createStaffCustomersApi } from '@/api/staff-customers.api';
import { createStaffExtrasApi } from '@/api/staff-extras.api';
import { createStaffLeadsApi } from '@/api/staff-leads.api';
import { createStaffOrdersApi } from '@/api/staff-orders.api';
import { createStaffReferralsApi } from '@/api/staff-referrals.api';
import { createStaffRewardsApi } from '@/api/staff-rewards.api';
import { createStaffStoriesApi } from '@/api/staff-stories.api';
import { createStaffViewingsApi } from '@/api/staff-viewings.api';
import { createStoriesApi } from '@/api/stories.api';
import { createTasksApi } from '@/api/tasks.api';
import { createUploadsApi } from '@/api/uploads.api';
import { createViewingsApi } from '@/api/viewings.api';
import { createWorkOrdersApi } from '@/api/work-orders.api';
import { observeServerTime, wait } from '@/platform/clock';
import { obtainLoginCode } from '@/platform/login';
import { createRequest } from '@/platform/request';
import { forget, keep, recall } from '@/platform/storage';
import { sendByTaro, uploadByTaro } from '@/platform/transport';
import { createSession } from './session.store';

/** The wiring of the client: one session, one way to the server, one client per feature. */
export const session = createSession({
  obtainCode: obtainLoginCode,
  openSession: (code) => server.account.openSession(code),
  readMe: () => server.account.me(),
  recall,
  keep,
  forget,
});

const { request, upload } = createRequest({
  send: sendByTaro,
  upload: uploadByTaro,
  token: session.token,
  ready: session.start,
  renew: session.renew,
  observeTime: observeServerTime,
  wait,
});

export const server = {
  account: createAccountApi(request),
  projects: createProjectsApi(request),
  leads: createLeadsApi(request),
  consents: createConsentsApi(request),
  messages: createMessagesApi(request),
  staffCustomers: createStaffCustomersApi(request),
  staffLeads: createStaffLeadsApi(request, upload),
  tasks: createTasksApi(request),
  staff: createStaffApi(request),
  homes: createHomesApi(request),
  workOrders: createWorkOrdersApi(request),
  viewings: createViewingsApi(request),
  uploads: createUploadsApi(upload),
  staffOrders: createStaffOrdersApi(request),
  serviceDesk: createServiceDeskApi(request),
  staffViewings: createStaffViewingsApi(request),
  siteRota: createSiteRotaApi(request),
  staffCodes: createStaffCodesApi(request),
  staffReferrals: createStaffReferralsApi(request),
  staffRewards: createStaffRewardsApi(request),
  liveCodes: createLiveCodesApi(request),
  referrals: createReferralsApi(request),
  rewards: createRewardsApi(request),
  stories: createStoriesApi(request),
  staffStories: createStaffStoriesApi(request),
  extras: createExtrasApi(request),
  staffExtras: createStaffExtrasApi(request),
};
