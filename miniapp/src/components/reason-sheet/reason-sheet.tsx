import { View } from '@tarojs/components';
import { type PropsWithChildren, useEffect, useState } from 'react';
import { Button } from '../button/button';
import { ChipGroup } from '../chip-group/chip-group';
import { LongTextField } from '../field/long-text-field';
import { Sheet } from '../sheet/sheet';
import './reason-sheet.scss';

interface Props {
  open: boolean;
  title: string;
  /** What will happen, before it happens. */
  note: string;
  /** Above the words; 原因 when not given. */
  label?: string;
  /** Reasons that come up again and again. */
  reasons: readonly string[];
  /** On the button: the result. */
  action: string;
  busy: boolean;
  /** What is still missing above the reason, in a sentence. */
  missing?: string | null;
  onSend: (reason: string) => void;
  onClose: () => void;
}

const LONGEST = 200;

/** Something that needs a reason: one tap for the usual ones, words for the others. */
export function ReasonSheet({
  open,
  title,
  note,
  label = '原因',
  reasons,
  action,
  busy,
  missing = null,
  onSend,
  onClose,
  children,
}: PropsWithChildren<Props>) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  useEffect(() => {
    if (open) return;
    setReason('');
    setTried(false);
  }, [open]);
  const send = () => {
    setTried(true);
    if (reason.trim() && !missing) onSend(reason.trim());
  };
  return (
    <Sheet open={open} title={title} onClose={onClose} foot={<Button text={action} block busy={busy} onTap={send} />}>
      <View className="reason-sheet__note t-note">{note}</View>
      {children}
      {tried && missing ? <View className="reason-sheet__missing t-note">{missing}</View> : null}
      <LongTextField
        label={label}
        name="reason"
        value={reason}
        onChange={setReason}
        maxLength={LONGEST}
        placeholder="点选下面的，或写几个字"
        error={tried && !reason.trim() ? `请写明${label}，同事会看到` : null}
      />
      <View className="reason-sheet__usual">
        <ChipGroup
          chips={reasons.map((text) => ({ value: text, label: text }))}
          chosen={reasons.includes(reason) ? [reason] : []}
          onChange={([text]) => setReason(text ?? '')}
        />
      </View>
    </Sheet>
  );
}
