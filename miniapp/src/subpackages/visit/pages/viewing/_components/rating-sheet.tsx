import type { ViewingRating } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button/button';
import { ChipGroup } from '@/components/chip-group/chip-group';
import { Field } from '@/components/field/field';
import { LongTextField } from '@/components/field/long-text-field';
import { RatingStars } from '@/components/rating-stars/rating-stars';
import { Sheet } from '@/components/sheet/sheet';
import { EMPTY_RATING, ratingOf, tagsFor } from '../_lib/rating-form';

interface Props {
  open: boolean;
  /** Who received the visitor; null when that was nobody in particular. */
  host: string | null;
  busy: boolean;
  onSend: (rating: ViewingRating) => void;
  onClose: () => void;
}

/** The day after (F10): one tap on a star, and whatever else the visitor wants to say. */
export function RatingSheet({ open, host, busy, onSend, onClose }: Props) {
  const [form, setForm] = useState(EMPTY_RATING);
  const [tried, setTried] = useState(false);
  useEffect(() => {
    if (open) return;
    setForm(EMPTY_RATING);
    setTried(false);
  }, [open]);
  const change = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));
  const { stars, tags, words } = form;
  const send = () => {
    setTried(true);
    if (stars > 0) onSend(ratingOf(form));
  };
  return (
    <Sheet
      open={open}
      title={host ? `${host}接待得怎么样？` : '这次看房怎么样？'}
      onClose={onClose}
      foot={<Button text="提交评价" block busy={busy} onTap={send} />}
    >
      <RatingStars stars={stars} onChange={(chosen) => change({ stars: chosen })} />
      {tried && stars === 0 ? <View className="viewing-rating__missing t-note">请先点星星打分</View> : null}
      {stars > 0 ? (
        <>
          <Field label={stars > 3 ? '好在哪里' : stars === 3 ? '您的感受' : '哪里不好'} optional>
            <ChipGroup
              chips={tagsFor(stars).map((tag) => ({ value: tag, label: tag }))}
              chosen={tags}
              multiple
              onChange={(next) => change({ tags: next })}
            />
          </Field>
          <View className="viewing-rating__words">
            <LongTextField
              label="还想说的"
              name="words"
              optional
              value={words}
              placeholder="您的话会转给顾问和他的主管"
              maxLength={500}
              onChange={(text) => change({ words: text })}
            />
          </View>
        </>
      ) : null}
    </Sheet>
  );
}
