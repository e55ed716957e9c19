import { beijingClock, beijingParts, type InboxMessage } from '@guihu/shared';
import type { FieldValue, MessageTemplate, TemplateField } from '../../../../integrations/wechat/message-templates.port';

export type Facts = Readonly<Record<string, string | number>>;

const isTime = (field: TemplateField) => /^(time|date)\d*$/.test(field.key);

/** What the inbox shows: whole texts, where WeChat's card has to cut them. A fact nobody gave leaves no line. */
export function linesOf(template: MessageTemplate, facts: Facts): InboxMessage['lines'] {
  return template.fields.flatMap((field) => {
    const value = facts[field.name];
    if (value === undefined || value === '') return [];
    return [{ label: field.label, value: isTime(field) && typeof value === 'number' ? sayInstant(value) : String(value) }];
  });
}

/** Typed values of the template's fields. @throws RangeError when a time field was given no instant: a mistake in our code. */
export function valuesOf(template: MessageTemplate, facts: Facts): Record<string, FieldValue> {
  return Object.fromEntries(
    template.fields.map((field) => {
      const value = facts[field.name] ?? '';
      if (!isTime(field)) return [field.name, value];
      if (typeof value !== 'number' || !Number.isFinite(value)) throw new RangeError(`${template.key}.${field.name} needs an instant`);
      return [field.name, new Date(value)];
    }),
  );
}

function sayInstant(instant: number): string {
  const { year, month, day } = beijingParts(instant);
  return `${year}年${month}月${day}日 ${beijingClock(instant)}`;
}
