import { LEAD_TEMPLATES } from './templates/lead-templates';
import type { MessageChannel, MessageTemplate } from './templates/message-template';
import { OWNER_TEMPLATES } from './templates/owner-templates';
import { REFERRAL_TEMPLATES } from './templates/referral-templates';
import { VISIT_TEMPLATES } from './templates/visit-templates';

export type { MessageChannel, MessageTemplate, TemplateField } from './templates/message-template';

/** The messages the product sends through WeChat, as data. The simulator, the client and the renderers all read this one list. */
export const TEMPLATE_CATALOGUE = [...LEAD_TEMPLATES, ...OWNER_TEMPLATES, ...REFERRAL_TEMPLATES, ...VISIT_TEMPLATES] as const;

type CatalogueEntry = (typeof TEMPLATE_CATALOGUE)[number];
export type TemplateKey = CatalogueEntry['key'];
type EntryOf<K extends TemplateKey> = Extract<CatalogueEntry, { key: K }>;
type FieldNameOf<K extends TemplateKey> = EntryOf<K>['fields'][number]['name'];

/** A time is given as an instant; everything else as text or a number. */
export type FieldValue = string | number | Date;
/** The values one message needs, by our own names: `{ customer, project, source, acceptBy, hint }` for `lead-offered`. */
export type TemplateValues<K extends TemplateKey> = { readonly [N in FieldNameOf<K>]: FieldValue };

/** Templates that travel on the given channel. */
export function templatesOn(channel: MessageChannel): MessageTemplate[] {
  const all: readonly MessageTemplate[] = TEMPLATE_CATALOGUE;
  return all.filter((template) => template.channels.includes(channel));
}

/** The catalogue entry of a key; throws for a key that is not in it, which only untyped callers can pass. */
export function templateOf(key: TemplateKey): MessageTemplate {
  const found = TEMPLATE_CATALOGUE.find((template) => template.key === key);
  if (!found) throw new Error(`No message template is called ${key}`);
  return found;
}
