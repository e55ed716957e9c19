import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button/button';
import { ChipGroup } from '@/components/chip-group/chip-group';
import { Field } from '@/components/field/field';
import { TextField } from '@/components/field/text-field';
import { Sheet } from '@/components/sheet/sheet';
import { useVerbs } from '@/platform/use-verbs';
import { server } from '@/session';
import { useKeyOf } from '../../../_hooks/use-key-of';

interface Props {
  open: boolean;
  onDone: () => Promise<void>;
  onClose: () => void;
}

const RELATIONS = ['配偶', '父母', '子女', '兄弟姐妹', '其他亲属'].map((value) => ({ value, label: value }));
const PHONE = /^1[3-9]\d{9}$/;

/** A relative of one's own, declared before they buy or are brought. */
export function RelativeSheet({ open, onDone, onClose }: Props) {
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [relation, setRelation] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const keyOf = useKeyOf();
  const verbs = useVerbs(onDone);
  useEffect(() => {
    if (open) return;
    setName('');
    setPhone('');
    setRelation(null);
    setTried(false);
  }, [open]);
  const number = phone.replace(/\s/g, '');
  const sound = name.trim() !== '' && PHONE.test(number) && relation !== null;
  const send = async () => {
    setTried(true);
    if (!sound || relation === null) return;
    const body = { name: name.trim(), phone: number, relation };
    if (await verbs.run(() => server.staffReferrals.declareRelative(body, keyOf(body)), '已申报')) onClose();
  };
  return (
    <Sheet
      open={open}
      title="申报亲属"
      onClose={onClose}
      foot={<Button text="提交申报" block busy={verbs.busy} onTap={() => void send()} />}
    >
      <View className="stack">
        <View className="t-note ink-2">只用来核对推荐，号码加密保存，同事看不到完整号码</View>
        <TextField
          label="姓名"
          name="relativeName"
          value={name}
          maxLength={20}
          error={tried && !name.trim() ? '请填写姓名' : null}
          onChange={setName}
        />
        <TextField
          label="手机号"
          name="relativePhone"
          keyboard="phone"
          value={phone}
          maxLength={13}
          error={tried && !PHONE.test(number) ? '请填写 11 位手机号' : null}
          onChange={setPhone}
        />
        <Field label="关系" error={tried && relation === null ? '请选择关系' : null}>
          <ChipGroup chips={RELATIONS} chosen={relation ? [relation] : []} onChange={([value]) => setRelation(value ?? null)} />
        </Field>
      </View>
    </Sheet>
  );
}
