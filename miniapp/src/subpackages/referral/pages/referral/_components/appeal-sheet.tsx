import type { MyReferral } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useCallback } from 'react';
import { Button } from '@/components/button/button';
import { ChipGroup } from '@/components/chip-group/chip-group';
import { Field } from '@/components/field/field';
import { LongTextField } from '@/components/field/long-text-field';
import { PhotoGrid } from '@/components/photo-grid/photo-grid';
import { uploadTile } from '@/components/photo-grid/upload-tile';
import { RefusalLine } from '@/components/refusal-line/refusal-line';
import { Sheet } from '@/components/sheet/sheet';
import { viewMedia } from '@/platform/media-viewer';
import { uploads, useChosenFiles } from '@/session';
import { APPEAL_REASONS } from '../../../_lib/referral-words';
import { useAppeal } from '../_hooks/use-appeal';

interface Props {
  id: string;
  open: boolean;
  onClose: () => void;
  onAppealed: (answer: MyReferral) => void;
}

/** Why the verdict is thought wrong, with pictures that show it; a person looks at it again. */
export function AppealSheet({ id, open, onClose, onAppealed }: Props) {
  const { form, change, errors, sentence, sending, send } = useAppeal(id, onAppealed);
  const setFiles = useCallback((ids: string[]) => change({ files: ids }), [change]);
  const { files, morePhotos, addPhotos, remove } = useChosenFiles(form.files, setFiles);
  const view = (tapped: string) => {
    const shown = files.filter((file) => file.url !== null);
    viewMedia(
      shown.map(({ url, kind }) => ({ url: url as string, kind })),
      shown.findIndex((file) => file.id === tapped),
    );
  };
  return (
    <Sheet
      open={open}
      title="申请复核"
      onClose={onClose}
      foot={<Button text={sending ? '正在提交…' : '提交复核'} block busy={sending} onTap={send} />}
    >
      <View className="stack">
        <View className="t-note ink-2">请写明为什么应归您，可附聊天记录、到访照片。由项目经理重新核对，结果和理由会告诉您。</View>
        <LongTextField
          label="理由"
          name="appeal-reason"
          value={form.reason}
          placeholder="点选下面的，或写几句"
          maxLength={500}
          error={errors.reason}
          onChange={(reason) => change({ reason })}
        />
        <ChipGroup
          chips={APPEAL_REASONS.map((text) => ({ value: text, label: text }))}
          chosen={APPEAL_REASONS.filter((text) => text === form.reason)}
          onChange={([text]) => change({ reason: text ?? '' })}
        />
        <Field label="照片" optional error={errors.files}>
          <PhotoGrid
            photos={files.map(uploadTile)}
            add={morePhotos > 0 ? [{ text: files.length > 0 ? '再加照片' : '加照片', icon: 'camera', onTap: addPhotos }] : []}
            onOpen={view}
            onRetry={uploads.retry}
            onRemove={remove}
          />
        </Field>
        {sentence ? <RefusalLine sentence={sentence} /> : null}
      </View>
    </Sheet>
  );
}
