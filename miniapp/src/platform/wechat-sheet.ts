/**
 * Sheets that WeChat itself would draw over the page, for h5 beside the simulator. They are plain elements outside the app:
 * in WeChat nothing of them exists, and no page should know that they do.
 */
const STYLE_ID = 'wechat-sheet-style';
const CSS = `
.wechat-sheet{position:fixed;inset:0;z-index:5000;display:flex;align-items:flex-end;justify-content:center;background:rgba(0,0,0,.5);font:15px/1.5 -apple-system,"PingFang SC","Noto Sans CJK SC",sans-serif;color:#1a1a1a}
.wechat-sheet__panel{width:100%;max-width:480px;padding:24px 20px calc(28px + env(safe-area-inset-bottom));border-radius:14px 14px 0 0;background:#fff;box-sizing:border-box}
.wechat-sheet__app{display:flex;align-items:center;gap:8px;color:#5c5c5c;font-size:14px}
.wechat-sheet__logo{width:24px;height:24px;border-radius:6px;background:#1f6f5c;color:#fff;text-align:center;font-size:13px;line-height:24px}
.wechat-sheet__title{margin:16px 0 4px;font-size:18px;font-weight:600}
.wechat-sheet__note{margin:0 0 12px;color:#767676;font-size:13px}
.wechat-sheet__row{display:flex;align-items:center;gap:12px;min-height:48px;border-bottom:1px solid #ededed}
.wechat-sheet__row input{width:20px;height:20px;accent-color:#07a35a}
.wechat-sheet__keep{margin-top:8px;color:#767676;font-size:13px}
.wechat-sheet__buttons{display:flex;gap:16px;justify-content:center;margin-top:24px}
.wechat-sheet button{min-width:136px;height:44px;border:0;border-radius:8px;font-size:16px;font-weight:500;cursor:pointer}
.wechat-sheet__no{background:#f2f2f2;color:#07723f}
.wechat-sheet__yes{background:#07813f;color:#fff}
`;

export interface SheetRow {
  key: string;
  label: string;
}

export interface SheetQuestion {
  title: string;
  note: string;
  yes: string;
  no: string;
  /** Each row can be unticked on its own; without rows it is a plain yes or no. */
  rows?: readonly SheetRow[];
}

/** Asks like WeChat would; resolves with the keys of the ticked rows, or null when refused. */
export function askLikeWechat(question: SheetQuestion): Promise<string[] | null> {
  installStyle();
  const before = document.activeElement as HTMLElement | null;
  const root = element('div', 'wechat-sheet');
  root.setAttribute('role', 'dialog');
  root.setAttribute('aria-modal', 'true');
  root.setAttribute('aria-label', question.title);
  const panel = root.appendChild(element('div', 'wechat-sheet__panel'));
  const app = panel.appendChild(element('div', 'wechat-sheet__app'));
  app.append(element('span', 'wechat-sheet__logo', '归'), element('span', '', '归户 申请'));
  panel.append(element('div', 'wechat-sheet__title', question.title), element('p', 'wechat-sheet__note', question.note));
  const boxes = (question.rows ?? []).map((row) => rowOf(panel, row));
  const buttons = panel.appendChild(element('div', 'wechat-sheet__buttons'));
  const no = buttons.appendChild(element('button', 'wechat-sheet__no', question.no));
  const yes = buttons.appendChild(element('button', 'wechat-sheet__yes', question.yes));

  return new Promise((resolve) => {
    const close = (answer: string[] | null) => {
      root.remove();
      before?.focus?.();
      resolve(answer);
    };
    no.addEventListener('click', () => close(null));
    yes.addEventListener('click', () => close(boxes.filter((box) => box.checked).map((box) => box.value)));
    root.addEventListener('keydown', (event) => event.key === 'Escape' && close(null));
    document.body.appendChild(root);
    yes.focus();
  });
}

function rowOf(panel: HTMLElement, row: SheetRow): HTMLInputElement {
  const label = panel.appendChild(element('label', 'wechat-sheet__row'));
  const box = label.appendChild(element('input', ''));
  box.type = 'checkbox';
  box.value = row.key;
  box.checked = true;
  label.append(row.label);
  return box;
}

function element<K extends keyof HTMLElementTagNameMap>(tag: K, className: string, text?: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

function installStyle(): void {
  if (document.getElementById(STYLE_ID)) return;
  const style = element('style', '', CSS);
  style.id = STYLE_ID;
  document.head.appendChild(style);
}
