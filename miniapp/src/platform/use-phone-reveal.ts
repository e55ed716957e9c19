import type { PhoneReveal } from '@guihu/shared';
import { useState } from 'react';
import { sentenceOf } from './api-problem';
import { callPhone } from './contact';
import { say } from './feedback';

export interface RevealedPhone {
  /** The whole number, once it was asked for. */
  phone: string | null;
  reveal: () => Promise<void>;
  /** One tap: asks for the number when it is not known yet, then dials. */
  call: () => Promise<void>;
}

/** A number hidden until it is asked for; asking is on record. `after` runs whether it was told or not. */
export function usePhoneReveal(ask: () => Promise<PhoneReveal>, after: () => Promise<void>): RevealedPhone {
  const [phone, setPhone] = useState<string | null>(null);
  const learn = async (): Promise<string | null> => {
    if (phone) return phone;
    try {
      const answer = await ask();
      setPhone(answer.phone);
      return answer.phone;
    } catch (failure) {
      say(sentenceOf(failure));
      return null;
    } finally {
      void after();
    }
  };
  return {
    phone,
    reveal: async () => void (await learn()),
    call: async () => {
      const number = await learn();
      if (number) callPhone(number);
    },
  };
}
