import { beijingDate, EXTRA_KINDS, EXTRA_TITLE, EXTRA_WORDS, type ExtraKind, type StaffExtra } from '@guihu/shared';
import { Picker, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button/button';
import { ChipGroup, chipsOf } from '@/components/chip-group/chip-group';
import { Field } from '@/components/field/field';
import { LongTextField } from '@/components/field/long-text-field';
import { TextField } from '@/components/field/text-field';
import { PhotoGrid } from '@/components/photo-grid/photo-grid';
import { uploadTile } from '@/components/photo-grid/upload-tile';
import { Sheet } from '@/components/sheet/sheet';
import { now } from '@/platform/clock';
import { say } from '@/platform/feedback';
import { useResource } from '@/platform/use-resource';
import { useVerbs } from '@/platform/use-verbs';
import { server, uploads, useChosenFiles } from '@/session';
import { NumberBox } from '../../../_components/number-box/number-box';
import { SwitchRow } from '../../../_components/switch-row/switch-row';
import { useKeyOf } from '../../../_hooks/use-key-of';
import { draftOf, type ExtraForm, faultsOfExtra, formOf } from '../_lib/extra-form';

interface Props {
  open: boolean;
  projectId: string;
  /** Null for a new one. */
  extra: StaffExtra | null;
  onKept: () => Promise<void>;
  onClose: () => void;
}

/** Everything that is said of one extra. */
export function ExtraSheet({ open, projectId, extra, onKept, onClose }: Props) {
  const [form, setForm] = useState<ExtraForm>(() => formOf(extra, beijingDate(now())));
  const [tried, setTried] = useState(false);
  const keyOf = useKeyOf();
  const verbs = useVerbs(onKept);
  const colleagues = useResource(open ? `colleagues:${projectId}` : null, () => server.staff.colleagues(projectId));
  const change = (part: Partial<ExtraForm>) => setForm((before) => ({ ...before, ...part }));
  const picture = useChosenFiles(form.files, (files) => change({ files: files.slice(-1) }));
  // A sheet that opens speaks of what was tapped, whatever it said the last time.
  useEffect(() => {
    if (!open) return;
    setTried(false);
    setForm(formOf(extra, beijingDate(now())));
  }, [open, extra]);
  const faults = tried ? faultsOfExtra(form) : {};
  const keep = async () => {
    setTried(true);
    if (Object.keys(faultsOfExtra(form)).length > 0) return;
    const [file] = await uploads.settled(form.files);
    if (file && !file.uploadId) return say('图片还没传上去，请点图片重试或删除');
    const draft = draftOf(form, file?.uploadId ?? null);
    const write = () => {
      if (extra) return server.staffExtras.change(extra.id, draft);
      const made = { projectId, ...draft };
      return server.staffExtras.put(made, keyOf(made));
    };
    if (!(await verbs.run(write, '已保存'))) return;
    void uploads.release(form.files);
    onClose();
  };
  const add =
    form.files.length === 0 ? [{ text: extra?.picture ? '换图片' : '加图片', icon: 'camera' as const, onTap: picture.addPhotos }] : [];
  return (
    <Sheet
      open={open}
      title={extra ? '修改服务' : '新增服务'}
      onClose={onClose}
      foot={<Button text="保存" block busy={verbs.busy} onTap={() => void keep()} />}
    >
      <View className="stack">
        <Field label="类型">
          <ChipGroup chips={chipsOf(EXTRA_KINDS)} chosen={[form.kind]} onChange={([kind]) => kind && change({ kind: kind as ExtraKind })} />
        </Field>
        <TextField
          label="名称"
          name="extraTitle"
          value={form.title}
          maxLength={EXTRA_TITLE.most}
          placeholder="例如：地下车位认购"
          error={faults.title}
          onChange={(title) => change({ title })}
        />
        <LongTextField
          label="介绍"
          name="extraWords"
          value={form.words}
          maxLength={EXTRA_WORDS.most}
          placeholder="有什么、怎么办、多少钱"
          error={faults.words}
          onChange={(words) => change({ words })}
        />
        <Field label="图片" optional>
          <PhotoGrid
            photos={picture.files.map(uploadTile)}
            add={add}
            onOpen={uploads.retry}
            onRetry={uploads.retry}
            onRemove={picture.remove}
          />
        </Field>
        <DayField label="开始日期" value={form.from} onChange={(from) => change({ from })} />
        <DayField
          label="结束日期"
          value={form.until}
          error={faults.until}
          onChange={(until) => change({ until })}
          onClear={() => change({ until: '' })}
        />
        <Field label="负责同事" optional hint="不选就通知客户关系专员">
          <ChipGroup
            chips={(colleagues.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            chosen={form.responsibleId ? [form.responsibleId] : []}
            onChange={([responsibleId]) => change({ responsibleId: responsibleId ?? null })}
          />
        </Field>
        <Field label="排在第几位" hint="数字小的排前面">
          <NumberBox
            label="排序"
            name="position"
            value={form.position}
            unit="位"
            least={0}
            most={999}
            onChange={(position) => change({ position })}
          />
        </Field>
        <SwitchRow
          title="上架"
          says={form.active ? '在起止日期内业主可以看到' : '业主看不到，统计保留'}
          on={form.active}
          mayEdit
          onChange={(active) => change({ active })}
        />
      </View>
    </Sheet>
  );
}

interface DayProps {
  label: string;
  /** Empty: none. */
  value: string;
  error?: string;
  onChange: (day: string) => void;
  onClear?: () => void;
}

function DayField({ label, value, error, onChange, onClear }: DayProps) {
  return (
    <Field label={label} optional={onClear !== undefined} error={error}>
      <View className="row">
        <View className="grow">
          <Picker mode="date" value={value || beijingDate(now())} onChange={({ detail }) => onChange(detail.value)}>
            <View className="field__box extra-sheet__day">{value || '长期有效，点这里选日期'}</View>
          </Picker>
        </View>
        {onClear && value ? <Button text="改为长期" kind="quiet" onTap={onClear} /> : null}
      </View>
    </Field>
  );
}
