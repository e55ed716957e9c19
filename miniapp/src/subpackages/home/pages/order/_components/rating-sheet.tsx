import type { RatingRequest } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button/button';
import { ChipGroup } from '@/components/chip-group/chip-group';
import { Field } from '@/components/field/field';
import { LongTextField } from '@/components/field/long-text-field';
import { RatingStars } from '@/components/rating-stars/rating-stars';
import { Sheet } from '@/components/sheet/sheet';
import { EMPTY_RATING, isLow, missingInRating, ratingOf, tagsFor } from '../_lib/rating-form';

interface Props {
  open: boolean;
  /** Who came; null when nobody of the house did. */
  engineer: string | null;
  busy: boolean;
  onSend: (rating: RatingRequest) => void;
  onClose: () => void;
}

const SOLVED = [
  { value: 'no', label: '还没解决，请再来' },
  { value: 'yes', label: '已解决，回电即可' },
];

/** One to five, and only what follows from the answer (J6). */
export function RatingSheet({ open, engineer, busy, onSend, onClose }: Props) {
  const [form, setForm] = useState(EMPTY_RATING);
  const [tried, setTried] = useState(false);
  useEffect(() => {
    if (open) return;
    setForm(EMPTY_RATING);
    setTried(false);
  }, [open]);
  const change = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));
  const missing = missingInRating(form);
  const send = () => {
    setTried(true);
    if (!missing) onSend(ratingOf(form));
  };
  const { stars, tags, comment, stillBroken } = form;
  const answer = stillBroken === null ? [] : [stillBroken ? 'no' : 'yes'];
  return (
    <Sheet
      open={open}
      title={engineer ? `${engineer}这次做得怎么样？` : '这次服务怎么样？'}
      onClose={onClose}
      foot={<Button text="提交评价" block busy={busy} onTap={send} />}
    >
      <RatingStars stars={stars} onChange={(chosen) => change({ stars: chosen })} />
      {tried && stars === 0 ? <View className="rating-sheet__missing t-note">{missing}</View> : null}
      {isLow(stars) ? (
        <Field label="问题解决了吗" error={tried ? missing : null}>
          <ChipGroup chips={SOLVED} chosen={answer} onChange={([value]) => change({ stillBroken: value ? value === 'no' : null })} />
        </Field>
      ) : null}
      {stars > 0 ? (
        <>
          <Field label={stars > 3 ? '好在哪里' : '哪里不好'} optional>
            <ChipGroup
              chips={tagsFor(stars).map((tag) => ({ value: tag, label: tag }))}
              chosen={tags}
              multiple
              onChange={(next) => change({ tags: next })}
            />
          </Field>
          <View className="rating-sheet__words">
            <LongTextField
              label="还想说的"
              name="comment"
              optional
              value={comment}
              placeholder="您的话会转给师傅和主管"
              maxLength={500}
              onChange={(words) => change({ comment: words })}
            />
          </View>
        </>
      ) : null}
    </Sheet>
  );
}
