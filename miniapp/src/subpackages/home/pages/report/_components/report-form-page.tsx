import type { HomeView, WorkOrderCategory, WorkOrderKind } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useCallback, useContext } from 'react';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { PageFrame } from '@/components/page-frame/page-frame';
import { PageSettings } from '@/components/page-frame/page-settings';
import { PhraseField } from '@/components/phrase-field/phrase-field';
import { useNow } from '@/platform/clock';
import { useSession, useUploads } from '@/session';
import { KIND_WORDS } from '../../../_lib/kind-words';
import { useReportForm } from '../_hooks/use-report-form';
import { firstAidFor, phrasesFor } from '../_lib/phrases';
import { chosenCategory, type ReportGround } from '../_lib/report-form';
import { CategoryField } from './category-field';
import { ComplaintFields } from './complaint-fields';
import { ContactField } from './contact-field';
import { HomeField } from './home-field';
import { PhotosField } from './photos-field';
import { UrgentField } from './urgent-field';
import { WarrantyPreview } from './warranty-preview';
import { WishField } from './wish-field';

interface Props {
  kind: WorkOrderKind;
  /** Those from which this may be sent; at least one. */
  homes: readonly HomeView[];
  /** The one that the page was opened for. */
  unitId?: string;
  categories: readonly WorkOrderCategory[];
  head?: React.ReactNode;
}

export function ReportFormPage({ kind, homes, unitId, categories, head }: Props) {
  const { me } = useSession();
  const { online } = useContext(PageSettings);
  const now = useNow(60_000);
  const { form, change, submit, sending, errors, sentence } = useReportForm(kind);
  const words = KIND_WORDS[kind];
  const boundPhone = me?.phoneMasked ?? null;
  const home = homes.find((known) => known.unitId === (form.unitId ?? unitId)) ?? homes[0] ?? null;
  const category = chosenCategory(form, categories);
  const own = useUploads().filter(({ id }) => form.files.includes(id));
  const onWay = own.filter(({ state }) => state !== 'arrived').length;
  const refusedFiles = own.flatMap(({ refusal }) => refusal ?? []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form's own `change` does the same in every rendering
  const changeFiles = useCallback((files: string[]) => change({ files }), []);
  const ground: ReportGround = { kind, home, categories, boundPhone, refusedFiles, now };
  const action = sending ? (onWay > 0 ? `正在上传 ${own.length - onWay}/${own.length}…` : words.sending) : words.action;
  return (
    <PageFrame
      width="form"
      className="report"
      head={head}
      bottom={
        <BottomBar note={<BarNote sentence={sentence} waits={sending && onWay > 0} online={online} />}>
          <Button text={action} busy={sending} onTap={() => submit(ground)} />
        </BottomBar>
      }
    >
      <View className="report__parts">
        <View id="ask-home">
          <HomeField homes={homes} chosen={home} error={errors.home} onChange={(chosen) => change({ unitId: chosen })} />
        </View>
        <View id="ask-category">
          <View className="t-title report__ask">{words.ask}</View>
          <CategoryField
            categories={categories}
            branch={form.branch}
            leaf={form.leaf}
            error={errors.category}
            firstAid={kind === 'repair' ? firstAidFor(category?.picture) : null}
            onChange={change}
          />
        </View>
        {kind === 'repair' && home && category ? <WarrantyPreview home={home} category={category} now={now} /> : null}
        <Card>
          <View id="ask-description">
            <PhraseField
              label={words.describe}
              name="description"
              value={form.description}
              phrases={phrasesFor(kind, form.branch)}
              placeholder={words.example}
              maxLength={1000}
              error={errors.description}
              onChange={(description) => change({ description })}
            />
          </View>
          <View id="ask-files" className="report__part">
            <PhotosField ids={form.files} error={errors.files} onChange={changeFiles} />
          </View>
        </Card>
        <Card>
          {kind === 'repair' ? (
            <>
              <View id="ask-wish">
                <WishField wish={form.wish} now={now} error={errors.wish} onChange={(wish) => change({ wish })} />
              </View>
              <View className="report__part">
                <UrgentField on={form.urgent} onChange={(urgent) => change({ urgent })} />
              </View>
            </>
          ) : (
            <ComplaintFields scope={form.scope} mood={form.mood} onChange={change} />
          )}
          <View id="ask-phone" className="report__part">
            <ContactField boundPhone={boundPhone} otherPhone={form.otherPhone} phone={form.phone} error={errors.phone} onChange={change} />
          </View>
        </Card>
      </View>
    </PageFrame>
  );
}

/** Above the button: what is wrong, or that nobody has to wait here. */
function BarNote({ sentence, waits, online }: { sentence: string | null; waits: boolean; online: boolean }) {
  if (sentence)
    return (
      <View className="report__sentence t-note" {...({ role: 'alert' } as object)}>
        <Icon name="late" size={1.2} />
        <View className="grow">{sentence}</View>
      </View>
    );
  if (!online) return <View className="t-note ink-2">没有网络也可以提交：会存在手机里，联网后自动发送</View>;
  return waits ? <View className="t-note ink-2">可以先离开此页，传完会自动提交</View> : null;
}
