import type { ChannelView, LiveCodeDraft, StaffLiveCode } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button/button';
import { ChipGroup } from '@/components/chip-group/chip-group';
import { Field } from '@/components/field/field';
import { TextField } from '@/components/field/text-field';
import { Sheet } from '@/components/sheet/sheet';
import { TimeField } from '@/components/time-field/time-field';
import { useResource } from '@/platform/use-resource';
import { useVerbs } from '@/platform/use-verbs';
import { may, server, useSession } from '@/session';
import { useKeyOf } from '../../../_hooks/use-key-of';
import { countsForChannel, faultOfCode, MADE_KINDS, type MadeKind, usualEnds } from '../../../_lib/code-words';

interface Props {
  open: boolean;
  projectId: string;
  channels: readonly ChannelView[];
  now: number;
  onMade: (code: StaffLiveCode) => Promise<void>;
  onClose: () => void;
}

const rootsOf = (channels: readonly ChannelView[]) =>
  [...new Set(channels.map(({ rootName }) => rootName))].map((rootName) => ({
    rootName,
    chips: channels.filter((channel) => channel.rootName === rootName).map(({ code, name }) => ({ value: code, label: name })),
  }));

/** A new code: what for, where it will hang, which channel it counts for, and until when. */
export function MakeSheet({ open, projectId, channels, now, onMade, onClose }: Props) {
  const { me } = useSession();
  const [kind, setKind] = useState<MadeKind>('channel');
  const [label, setLabel] = useState('');
  const [channelCode, setChannelCode] = useState('');
  const [staffId, setStaffId] = useState<string | null>(null);
  const [expiresAt, setExpiresAt] = useState<number | null>(null);
  const [tried, setTried] = useState(false);
  const keyOf = useKeyOf();
  const verbs = useVerbs(async () => undefined);
  const forOthers = may(me, 'rule.edit');
  const colleagues = useResource(open && kind === 'agent' && forOthers ? `colleagues:${projectId}` : null, () =>
    server.staff.colleagues(projectId),
  );
  useEffect(() => {
    if (open) return;
    setLabel('');
    setStaffId(null);
    setExpiresAt(null);
    setTried(false);
  }, [open]);
  const about = MADE_KINDS.find(({ value }) => value === kind) as (typeof MADE_KINDS)[number];
  const counts = countsForChannel(kind);
  const fault = faultOfCode({ kind, label, channelCode });
  const make = async () => {
    setTried(true);
    if (fault) return;
    const draft: LiveCodeDraft = {
      projectId,
      kind,
      label: label.trim(),
      ...(counts ? { channelCode } : {}),
      ...(kind === 'agent' && staffId ? { staffId } : {}),
      ...(expiresAt === null ? {} : { expiresAt: new Date(expiresAt).toISOString() }),
    };
    let made: StaffLiveCode | null = null;
    const done = await verbs.run(async () => {
      made = await server.staffCodes.make(draft, keyOf(draft));
    }, '活码做好了');
    if (done && made) await onMade(made);
  };
  return (
    <Sheet
      open={open}
      title="新建活码"
      onClose={onClose}
      foot={<Button text="生成活码" block busy={verbs.busy} onTap={() => void make()} />}
    >
      <View className="stack">
        <Field label="用途" hint={about.says}>
          <ChipGroup chips={MADE_KINDS} chosen={[kind]} onChange={([value]) => value && setKind(value as MadeKind)} />
        </Field>
        <TextField
          label="用在哪里"
          name="codeLabel"
          value={label}
          maxLength={40}
          placeholder={`如：${about.example}`}
          error={tried && !label.trim() ? fault : null}
          onChange={setLabel}
        />
        {kind === 'agent' && forOthers ? (
          <Field label="哪位顾问" optional hint="不选就是你自己">
            <ChipGroup
              chips={(colleagues.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              chosen={staffId ? [staffId] : []}
              onChange={([value]) => setStaffId(value ?? null)}
            />
          </Field>
        ) : null}
        {counts ? (
          <Field label="记在哪个渠道" error={tried && label.trim() && !channelCode ? fault : null}>
            {rootsOf(channels).map(({ rootName, chips }) => (
              <View key={rootName} className="make-sheet__root">
                <View className="t-note ink-2">{rootName}</View>
                <ChipGroup chips={chips} chosen={channelCode ? [channelCode] : []} onChange={([value]) => setChannelCode(value ?? '')} />
              </View>
            ))}
          </Field>
        ) : null}
        <TimeField
          label="有效期"
          choices={usualEnds(now)}
          value={expiresAt}
          none="长期有效"
          now={now}
          error={expiresAt !== null && expiresAt <= now ? '到期时间需要晚于现在' : null}
          onChange={setExpiresAt}
        />
      </View>
    </Sheet>
  );
}
