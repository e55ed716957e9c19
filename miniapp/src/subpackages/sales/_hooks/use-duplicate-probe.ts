import type { DuplicateProbeAnswer } from '@guihu/shared';
import { useEffect, useState } from 'react';
import { server } from '@/session';
import { isWholePhone } from '../_lib/typed-phone';

/** Whether the number typed is known here, asked as soon as it is whole; null while nothing is known. Never says who or what. */
export function useDuplicateProbe(projectId: string | null, phone: string): DuplicateProbeAnswer | null {
  const [answer, setAnswer] = useState<DuplicateProbeAnswer | null>(null);
  useEffect(() => {
    setAnswer(null);
    if (!projectId || !isWholePhone(phone)) return;
    let current = true;
    server.staffLeads.probeDuplicate(projectId, phone).then(
      (known) => current && setAnswer(known),
      // A hint only: sending the entry finds the same out, and says so.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [projectId, phone]);
  return answer;
}
