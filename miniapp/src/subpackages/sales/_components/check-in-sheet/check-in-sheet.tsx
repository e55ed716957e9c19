import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button/button';
import { FailureNote } from '@/components/failure-note/failure-note';
import { TextField } from '@/components/field/text-field';
import { Sheet } from '@/components/sheet/sheet';
import { sentenceOf } from '@/platform/api-problem';
import { say } from '@/platform/feedback';
import { CAN_SCAN, scanCode } from '@/platform/scan';
import { server } from '@/session';
import { passIn } from '../../_lib/pass-words';
import './check-in-sheet.scss';

interface Props {
  open: boolean;
  onDone: (viewingId: string) => void;
  onClose: () => void;
}

const LONGEST = 40;

/** The visitor's pass at the door: scanned in WeChat, and typed where a camera does not help. */
export function CheckInSheet({ open, onDone, onClose }: Props) {
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    if (open) return;
    setTyped('');
    setTried(false);
    setFailure(null);
  }, [open]);

  const send = async (text: string) => {
    const pass = passIn(text);
    setTried(true);
    setFailure(null);
    if (!pass || busy) return;
    setBusy(true);
    try {
      const { id } = await server.staffViewings.checkInByPass(pass);
      say('已签到');
      onDone(id);
    } catch (cause) {
      setFailure(sentenceOf(cause));
    } finally {
      setBusy(false);
    }
  };
  const scan = async () => {
    const scanned = await scanCode();
    if (scanned) await send(scanned);
  };
  return (
    <Sheet
      open={open}
      title="核对到访码"
      onClose={onClose}
      foot={<Button text="核对并签到" block busy={busy} onTap={() => void send(typed)} />}
    >
      <View className="check-in-sheet">
        {failure ? <FailureNote text={failure} /> : null}
        {CAN_SCAN ? <Button text="扫一扫访客的码" icon="camera" kind="plain" block onTap={() => void scan()} /> : null}
        <TextField
          label="到访码"
          name="pass"
          value={typed}
          maxLength={LONGEST}
          placeholder="访客手机上，码下方的字母和数字"
          hint="访客在“我的预约”里打开“到访码”，几分钟内有效，只能用一次"
          error={tried && !passIn(typed) ? '请输入访客出示的到访码' : null}
          onChange={setTyped}
        />
      </View>
    </Sheet>
  );
}
