import { View } from '@tarojs/components';
import { useCallback, useEffect, useState } from 'react';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { LongTextField } from '@/components/field/long-text-field';
import { PhotoGrid } from '@/components/photo-grid/photo-grid';
import { uploadTile } from '@/components/photo-grid/upload-tile';
import { Sheet } from '@/components/sheet/sheet';
import { uploads, useChosenFiles } from '@/session';

interface Props {
  open: boolean;
  busy: boolean;
  /** Ids are those of the server. */
  onSend: (reason: string, uploadIds: string[]) => void;
  onClose: () => void;
}

/** A colleague does not agree with a verdict: why, and what shows it. */
export function AppealSheet({ open, busy, onSend, onClose }: Props) {
  const [reason, setReason] = useState('');
  const [ids, setIds] = useState<string[]>([]);
  const [tried, setTried] = useState(false);
  const change = useCallback((next: string[]) => setIds(next), []);
  const { files, morePhotos, addPhotos, remove } = useChosenFiles(ids, change);
  useEffect(() => {
    if (!open) setTried(false);
  }, [open]);
  const underway = files.some(({ state }) => state !== 'arrived');
  const fault = reason.trim().length < 5 ? '请写明哪里判得不对、依据是什么' : underway ? '照片还没传完，请稍等' : null;
  const send = () => {
    setTried(true);
    if (!fault)
      onSend(
        reason.trim(),
        files.flatMap(({ uploadId }) => uploadId ?? []),
      );
  };
  const add =
    morePhotos > 0 ? [{ text: files.length > 0 ? '再加照片' : '加照片', icon: 'camera' as const, onTap: () => void addPhotos() }] : [];
  return (
    <Sheet open={open} title="申诉" onClose={onClose} foot={<Button text="提交申诉" block busy={busy} onTap={send} />}>
      <View className="stack">
        <View className="t-note ink-2">经理会重新看证据，答复会写在这一页</View>
        <LongTextField
          label="理由"
          name="appealReason"
          value={reason}
          placeholder="例如：10 月 3 日已接待过，有登记表"
          error={tried ? fault : null}
          onChange={setReason}
        />
        <Field label="证明" optional>
          <PhotoGrid photos={files.map(uploadTile)} add={add} onOpen={() => undefined} onRetry={uploads.retry} onRemove={remove} />
        </Field>
      </View>
    </Sheet>
  );
}
