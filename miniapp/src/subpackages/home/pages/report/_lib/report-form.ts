import type { HomeView, Level3, WorkOrderCategory, WorkOrderKind, WorkOrderReport } from '@guihu/shared';

/** What was chosen and written; kept on the phone until the report is handed over. */
export interface ReportForm {
  unitId: string | null;
  /** What is broken, and where exactly; the second only where the first has parts. */
  branch: string | null;
  leaf: string | null;
  description: string;
  /** Ids in the upload queue. */
  files: string[];
  /** Epoch milliseconds; null for as soon as possible. */
  wish: number | null;
  urgent: boolean;
  /** Another number than the bound one. */
  otherPhone: boolean;
  phone: string;
  scope: Level3 | null;
  mood: Level3 | null;
}

export const EMPTY_REPORT: ReportForm = {
  unitId: null,
  branch: null,
  leaf: null,
  description: '',
  files: [],
  wish: null,
  urgent: false,
  otherPhone: false,
  phone: '',
  scope: null,
  mood: null,
};

/** Sentences under the fields; a field without one is all right. In the order of the page. */
export const REPORT_FIELDS = ['home', 'category', 'description', 'files', 'wish', 'phone'] as const;
export type ReportErrors = Partial<Record<(typeof REPORT_FIELDS)[number], string>>;

export interface ReportGround {
  kind: WorkOrderKind;
  home: HomeView | null;
  categories: readonly WorkOrderCategory[];
  /** Masked; null for an account that has none. */
  boundPhone: string | null;
  /** Sentences of photos that will never be taken. */
  refusedFiles: readonly string[];
  /** Epoch milliseconds. */
  now: number;
}

const SHORTEST_WORDS = 2;

/** What is reported: the part of it, or it as a whole where no part was named. */
export function chosenCategory(
  { branch, leaf }: Pick<ReportForm, 'branch' | 'leaf'>,
  categories: readonly WorkOrderCategory[],
): WorkOrderCategory | null {
  const whole = categories.find(({ id }) => id === branch) ?? null;
  return whole?.children.find(({ id }) => id === leaf) ?? whole;
}

/** What a person still has to do before the report is worth sending. */
export function checkReport(form: ReportForm, { kind, home, categories, boundPhone, refusedFiles, now }: ReportGround): ReportErrors {
  const errors: ReportErrors = {};
  if (!home) errors.home = '请选择是哪套房屋';
  if (!chosenCategory(form, categories)) errors.category = kind === 'repair' ? '请点一下坏的是什么' : '请点一下是关于什么的';
  // A picture and its name are enough for a repair; of a complaint nobody knows what happened.
  if (form.description.trim().length < SHORTEST_WORDS && kind !== 'repair')
    errors.description = kind === 'complaint' ? '请说说发生了什么，我们好去核实' : '请写下您的建议';
  if (refusedFiles[0]) errors.files = `${refusedFiles[0]}（点右上角的叉可以删掉）`;
  if (form.wish !== null && form.wish <= now) errors.wish = '选的时间已经过了，请重新选';
  if (form.otherPhone || boundPhone === null) {
    const phone = phoneSentence(form.phone, boundPhone !== null);
    if (phone) errors.phone = phone;
  }
  return errors;
}

/** Where another number was asked for it must be one; without a bound one it may be left open. */
function phoneSentence(typed: string, wanted: boolean): string | null {
  const digits = typed.replace(/[\s\-()（）]/g, '');
  if (digits === '') return wanted ? '请填写要联系的号码，或改用您的手机号' : null;
  return /^\+?\d{7,15}$/.test(digits) ? null : '号码好像不对，请检查';
}

/** The report as the server takes it, without its files. What was left open is left out: the same form makes the same body. */
export function reportOf(form: ReportForm, ground: ReportGround): Omit<WorkOrderReport, 'uploadIds'> {
  const { kind, home, categories, boundPhone } = ground;
  const category = chosenCategory(form, categories) as WorkOrderCategory;
  const words = form.description.trim();
  const phone = form.otherPhone || boundPhone === null ? form.phone.trim() : '';
  return {
    kind,
    unitId: (home as HomeView).unitId,
    category: category.id,
    description: words.length < SHORTEST_WORDS ? [category.name, words].filter(Boolean).join('，') : words,
    ...(phone ? { contactPhone: phone } : {}),
    ...(kind === 'repair' ? ofRepair(form) : ofComplaint(form)),
  };
}

const ofRepair = ({ wish, urgent }: ReportForm): Partial<WorkOrderReport> => ({
  ...(wish === null ? {} : { preferredTime: new Date(wish).toISOString() }),
  ...(urgent ? { urgent } : {}),
});

const ofComplaint = ({ scope, mood }: ReportForm): Partial<WorkOrderReport> => ({
  ...(scope ? { scope } : {}),
  ...(mood ? { mood } : {}),
});
