import { STORY_BYLINES, STORY_CONSENT, STORY_TITLE, STORY_WORDS, type StoryByline } from '@guihu/shared';
import { View } from '@tarojs/components';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { CheckMark } from '@/components/check-mark/check-mark';
import { ChipGroup, chipsOf } from '@/components/chip-group/chip-group';
import { Field } from '@/components/field/field';
import { LongTextField } from '@/components/field/long-text-field';
import { TextField } from '@/components/field/text-field';
import { PageFrame } from '@/components/page-frame/page-frame';
import { RatingStars } from '@/components/rating-stars/rating-stars';
import { RefusalLine } from '@/components/refusal-line/refusal-line';
import { Skeleton } from '@/components/skeleton/skeleton';
import { Tap } from '@/components/tap/tap';
import { now } from '@/platform/clock';
import { OwnersOnly } from '../../_components/owners-only';
import { useOwnedHomes } from '../../_hooks/use-owned-homes';
import { PicturesField } from './_components/pictures-field';
import { useStoryForm } from './_hooks/use-story-form';
import { homeOf } from './_lib/story-form';
import './index.scss';

/** A story of living here, and the agreement to show it. */
export default function WriteStoryPage() {
  const homes = useOwnedHomes();
  const { form, faults, failure, busy, change, submit } = useStoryForm();
  const home = homeOf(form, homes.data ?? []);
  return (
    <PageFrame
      of={homes}
      now={now()}
      width="form"
      skeleton={<Skeleton cards={2} lines={4} />}
      bottom={
        home ? (
          <BottomBar note={failure ? <RefusalLine sentence={failure} /> : null}>
            <Button text="提交审核" busy={busy} onTap={() => void submit(home)} />
          </BottomBar>
        ) : null
      }
    >
      {(owned) =>
        owned.length === 0 ? (
          <OwnersOnly />
        ) : (
          <View className="write-story">
            <Card>
              <View className="write-story__fields">
                {owned.length > 1 ? (
                  <Field label="写哪个家" hint="不会显示门牌号">
                    <ChipGroup
                      chips={owned.map(({ unitId, label }) => ({ value: unitId, label }))}
                      chosen={home ? [home.unitId] : []}
                      onChange={([unitId]) => unitId && change({ unitId })}
                    />
                  </Field>
                ) : null}
                <TextField
                  label="标题"
                  name="title"
                  value={form.title}
                  maxLength={STORY_TITLE.most}
                  placeholder="例如：搬进来的第一个冬天"
                  error={faults.title}
                  onChange={(title) => change({ title })}
                />
                <LongTextField
                  label="正文"
                  name="words"
                  value={form.words}
                  maxLength={STORY_WORDS.most}
                  placeholder="住得怎么样，有什么难忘的人和事"
                  hint="请不要写电话、门牌号和全名"
                  error={faults.words}
                  onChange={(words) => change({ words })}
                />
                <PicturesField ids={form.files} onChange={(files) => change({ files })} />
                <Field label="给小区打个分" optional>
                  <RatingStars stars={form.stars} onChange={(stars) => change({ stars })} />
                </Field>
              </View>
            </Card>
            <Card>
              <View className="write-story__fields">
                <Field label="怎样署名">
                  <ChipGroup
                    chips={chipsOf(STORY_BYLINES)}
                    chosen={[form.byline]}
                    onChange={([byline]) => byline && change({ byline: byline as StoryByline })}
                  />
                </Field>
                <Field label="公开前请同意" error={faults.agreed}>
                  <Tap
                    className="write-story__agree"
                    pressed={form.agreed}
                    label={STORY_CONSENT.text}
                    onTap={() => change({ agreed: !form.agreed })}
                  >
                    <CheckMark on={form.agreed} wrong={faults.agreed !== undefined} />
                    <View className="grow">{STORY_CONSENT.text}</View>
                  </Tap>
                </Field>
              </View>
            </Card>
          </View>
        )
      }
    </PageFrame>
  );
}
