import type { OtherNumber } from '@guihu/shared';
import { PhoneLine } from '@/components/phone-line/phone-line';
import { usePhoneReveal } from '@/platform/use-phone-reveal';
import { server } from '@/session';

interface Props {
  leadId: string;
  number: OtherNumber;
  allowed: boolean;
  mayReveal: boolean;
  after: () => Promise<void>;
}

/** Another number of the same person; asked for by itself, and on record by itself. */
export function OtherNumberLine({ leadId, number, allowed, mayReveal, after }: Props) {
  const { phone, reveal, call } = usePhoneReveal(() => server.staffLeads.revealPhone(leadId, number.id), after);
  return <PhoneLine masked={number.phoneMasked} phone={phone} allowed={allowed} mayReveal={mayReveal} onReveal={reveal} onCall={call} />;
}
