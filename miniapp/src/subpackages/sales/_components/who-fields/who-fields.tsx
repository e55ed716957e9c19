import type { ReactNode } from 'react';
import { TextField } from '@/components/field/text-field';

interface Who {
  name: string;
  phone: string;
}

interface Props extends Who {
  faults: { name?: string; phone?: string };
  /** Whether we know this number already, in a sentence. */
  known?: string;
  /** Beside the name. */
  nameEnd?: ReactNode;
  onChange: (part: Partial<Who>) => void;
}

/** Who stands at the desk or is on the phone. */
export function WhoFields({ name, phone, faults, known, nameEnd, onChange }: Props) {
  return (
    <>
      <TextField
        label="姓名"
        name="name"
        value={name}
        maxLength={40}
        placeholder="怎么称呼"
        error={faults.name}
        end={nameEnd}
        onChange={(text) => onChange({ name: text })}
      />
      <TextField
        label="手机号"
        name="phone"
        keyboard="phone"
        value={phone}
        maxLength={20}
        placeholder="11 位手机号"
        error={faults.phone}
        hint={known}
        onChange={(text) => onChange({ phone: text })}
      />
    </>
  );
}
