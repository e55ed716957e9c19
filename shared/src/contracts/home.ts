export const HOME_ROLES = { owner: '业主', family: '家人', tenant: '租户' } as const;
export type HomeRole = keyof typeof HOME_ROLES;

/** What somebody who lives in a home may be allowed to do there. */
export const HOME_RIGHTS = {
  report: '报修',
  follow: '查看进度',
  rate: '评价',
  complain: '投诉建议',
  invite: '邀请家人',
} as const;
export type HomeRight = keyof typeof HOME_RIGHTS;

/** What each role may do when nothing else was said (`usual`), and what it may be given at most. Only owners let people in. */
export const HOME_ROLE_RIGHTS: Readonly<Record<HomeRole, { usual: readonly HomeRight[]; most: readonly HomeRight[] }>> = {
  owner: { usual: ['report', 'follow', 'rate', 'complain', 'invite'], most: ['report', 'follow', 'rate', 'complain', 'invite'] },
  family: { usual: ['report', 'follow', 'rate', 'complain'], most: ['report', 'follow', 'rate', 'complain'] },
  tenant: { usual: ['report', 'follow', 'rate'], most: ['report', 'follow', 'rate', 'complain'] },
};

/** Whether somebody with this role, allowed this much, may do that. */
export const mayAtHome = (who: { role: HomeRole; may: readonly HomeRight[] }, right: HomeRight): boolean =>
  who.may.includes(right) && HOME_ROLE_RIGHTS[who.role].most.includes(right);

/** An item of `GET /api/me/homes`: a home of the person who asks. */
export interface HomeView {
  unitId: string;
  projectId: string;
  projectName: string;
  buildingId: string;
  buildingName: string;
  /** 1203 */
  unitLabel: string;
  /** 云溪府 3号楼 1203 */
  label: string;
  role: HomeRole;
  may: HomeRight[];
  /** Civil day of Beijing, `YYYY-MM-DD`; null while it is not on record. */
  deliveredOn: string | null;
  /** A tenant's last day, `YYYY-MM-DD`; null where no end was agreed. */
  until: string | null;
  /** Everybody of the home; shown to its owners only. */
  people?: HomePerson[];
  /** Invitations that can still be used; shown to its owners only. */
  invitations?: HomeInvitation[];
}

export interface HomePerson {
  id: string;
  /** 陈**; the person who asks sees their own in full. */
  name: string;
  role: HomeRole;
  may: HomeRight[];
  phoneMasked: string;
  /** Whether they have found the home in the mini-program yet. */
  bound: boolean;
  until: string | null;
  /** The person who asks. */
  self: boolean;
}

export interface HomeInvitation {
  id: string;
  role: HomeRole;
  may: HomeRight[];
  until: string | null;
  /** ISO 8601. */
  expiresAt: string;
}

/** `POST /api/me/homes`: one of the two. */
export interface HomeClaim {
  unitId?: string;
  invitationCode?: string;
}

/** `POST /api/me/homes/:unitId/invitations` */
export interface HomeInvitationRequest {
  role: Exclude<HomeRole, 'owner'>;
  /** Else what the role usually may. */
  may?: HomeRight[];
  /** A tenant's last day, `YYYY-MM-DD`. */
  until?: string;
}

export interface HomeInvitationReceipt extends HomeInvitation {
  /** Told this once and kept nowhere. */
  code: string;
  /** Page of the mini-program that the invitation opens. */
  path: string;
}

/** `GET /api/home-invitations/:code`: what the person who was invited is told before they say yes. */
export interface HomeInvitationView {
  label: string;
  role: HomeRole;
  may: HomeRight[];
  until: string | null;
  expiresAt: string;
  /** 陈** */
  invitedBy: string;
}

/** An item of `GET /api/projects/:id/buildings`: public facts, for choosing a home. */
export interface BuildingUnits {
  id: string;
  name: string;
  floors: number;
  units: { id: string; label: string; floor: number }[];
}

/** `GET /api/staff/home-imports/:id` */
export interface HomeImportView {
  id: string;
  status: 'running' | 'done';
  fileName: string;
  total: number;
  created: number;
  updated: number;
  rejected: number;
  /** CSV, one line for each row of the file, with the result and the reason. */
  reportUrl: string | null;
  startedAt: string;
  finishedAt: string | null;
}
