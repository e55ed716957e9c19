import type { CustomerMergePreview, MergedPerson } from '@guihu/shared';
import { useEffect, useState } from 'react';
import { sentenceOf } from '@/platform/api-problem';
import { type Resource, useResource } from '@/platform/use-resource';
import { server } from '@/session';
import { isWholePhone } from '../../../_lib/typed-phone';

interface Found {
  person: MergedPerson | null;
  /** Why nobody was found, or nobody whom this colleague may merge. */
  sentence: string | null;
  searching: boolean;
}

const NOBODY: Found = { person: null, sentence: null, searching: false };

/** Whose number it is, asked as soon as it is whole. */
export function useCustomerByPhone(phone: string): Found {
  const [found, setFound] = useState<Found>(NOBODY);
  useEffect(() => {
    setFound(NOBODY);
    if (!isWholePhone(phone)) return;
    let current = true;
    setFound({ ...NOBODY, searching: true });
    server.staffCustomers.lookUp(phone).then(
      (person) => current && setFound({ ...NOBODY, person }),
      (failure: unknown) => current && setFound({ ...NOBODY, sentence: sentenceOf(failure) }),
    );
    return () => {
      current = false;
    };
  }, [phone]);
  return found;
}

/** What a merge would do; asks for nothing while it is not known who goes and who stays. */
export const useMergePreview = (fromId: string | null, intoId: string | null): Resource<CustomerMergePreview> =>
  useResource(fromId && intoId ? `merge:${fromId}:${intoId}` : null, () =>
    server.staffCustomers.foreseeMerge(fromId as string, intoId as string),
  );
