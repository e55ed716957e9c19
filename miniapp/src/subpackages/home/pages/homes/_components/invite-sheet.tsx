import { HOME_RIGHTS, HOME_ROLE_RIGHTS, HOME_ROLES, type HomeInvitationReceipt, type HomeInvitationRequest, sayTime } from '@guihu/shared';
import { Picker, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button/button';
import { CheckMark } from '@/components/check-mark/check-mark';
import { ChipGroup } from '@/components/chip-group/chip-group';
import { Field } from '@/components/field/field';
import { Icon } from '@/components/icon/icon';
import { Sheet } from '@/components/sheet/sheet';
import { Tap } from '@/components/tap/tap';
import { ShareButton } from '@/platform/share-button';
import { ROLE_NOTES, sayDay, sayRights } from '../../../_lib/home-words';
import { type InvitationForm, invitationFor, requestOf, usualEnds, withRight } from '../_lib/invitation-form';

interface Props {
  open: boolean;
  homeLabel: string;
  now: number;
  busy: boolean;
  /** Set once the invitation was made; its code is told this once. */
  receipt: HomeInvitationReceipt | null;
  onInvite: (request: HomeInvitationRequest) => void;
  onClose: () => void;
}

const ROLES = (['family', 'tenant'] as const).map((role) => ({ value: role, label: HOME_ROLES[role] }));

/** First who and what they may do, then the card to send. */
export function InviteSheet({ open, homeLabel, now, busy, receipt, onInvite, onClose }: Props) {
  const [form, setForm] = useState(() => invitationFor('family'));
  useEffect(() => {
    if (!open) setForm(invitationFor('family'));
  }, [open]);
  if (receipt)
    return (
      <Sheet
        open={open}
        title="邀请做好了"
        onClose={onClose}
        foot={
          <ShareButton className="native-button native-button--primary" path={receipt.path}>
            发给对方
          </ShareButton>
        }
      >
        <View className="invite-sheet__card">
          <View className="t-section">{homeLabel}</View>
          <View>{`邀请对方以${HOME_ROLES[receipt.role]}身份加入`}</View>
          <View className="t-note ink-2">{`可以：${sayRights(receipt.may)}`}</View>
          {receipt.until ? <View className="t-note ink-2">{`租期至 ${sayDay(receipt.until)}`}</View> : null}
        </View>
        <View className="t-note ink-2">{`只能用一次，${sayTime(Date.parse(receipt.expiresAt), now)} 前有效；发错了可以在成员里收回`}</View>
      </Sheet>
    );
  return (
    <Sheet
      open={open}
      title="邀请家人或租户"
      onClose={onClose}
      foot={<Button text="生成邀请" block busy={busy} disabled={form.may.length === 0} onTap={() => onInvite(requestOf(form))} />}
    >
      <Field label="是谁" hint={ROLE_NOTES[form.role]}>
        <ChipGroup
          chips={ROLES}
          chosen={[form.role]}
          onChange={([role]) => role && setForm(invitationFor(role as InvitationForm['role']))}
        />
      </Field>
      <Field label="可以做什么" hint={form.may.length === 0 ? '请至少勾选一项' : undefined}>
        <RightBoxes form={form} onChange={setForm} />
      </Field>
      {form.role === 'tenant' ? <EndField form={form} now={now} onChange={setForm} /> : null}
    </Sheet>
  );
}

interface PartProps {
  form: InvitationForm;
  onChange: (form: InvitationForm) => void;
}

function RightBoxes({ form, onChange }: PartProps) {
  return (
    <View>
      {HOME_ROLE_RIGHTS[form.role].most.map((right) => {
        const on = form.may.includes(right);
        return (
          <Tap key={right} className="right-box" pressed={on} onTap={() => onChange(withRight(form, right))}>
            <CheckMark on={on} />
            <View className="grow">{HOME_RIGHTS[right]}</View>
          </Tap>
        );
      })}
    </View>
  );
}

function EndField({ form, now, onChange }: PartProps & { now: number }) {
  const ends = usualEnds(now);
  const { until } = form;
  return (
    <Field label="租期到哪天" optional hint={until ? `${sayDay(until)} 之后自动失效` : '不选则一直有效，随时可以移除'}>
      <ChipGroup chips={ends} chosen={until ? [until] : []} onChange={([value]) => onChange({ ...form, until: value ?? null })} />
      <Picker
        mode="date"
        value={until ?? (ends[1]?.value as string)}
        start={new Date(now).toISOString().slice(0, 10)}
        onChange={({ detail }) => onChange({ ...form, until: detail.value })}
      >
        <View className="invite-sheet__pick">
          <Icon name="calendar" size={1.1} />
          选别的日期
        </View>
      </Picker>
    </Field>
  );
}
