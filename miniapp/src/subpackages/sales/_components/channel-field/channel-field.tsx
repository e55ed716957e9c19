import type { ChannelView } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { ChipGroup } from '@/components/chip-group/chip-group';
import { Field } from '@/components/field/field';
import { Sheet } from '@/components/sheet/sheet';
import { byRoot, nearChannels } from '../../_lib/near-channels';
import './channel-field.scss';

interface Props {
  channels: readonly ChannelView[];
  chosen: string | null;
  error?: string | null;
  optional?: boolean;
  onChange: (code: string | null) => void;
}

const MORE = 'more';
const chips = (channels: readonly ChannelView[]) => channels.map(({ code, name }) => ({ value: code, label: name }));

/** Where the visitor came from: the usual ones at hand, all of them under their roots behind one chip. */
export function ChannelField({ channels, chosen, error, optional, onChange }: Props) {
  const [open, setOpen] = useState(false);
  const near = nearChannels(channels, chosen);
  return (
    <Field label="从哪里来" optional={optional} error={error}>
      <ChipGroup
        chips={[...chips(near), { value: MORE, label: '更多渠道' }]}
        chosen={chosen ? [chosen] : []}
        onChange={([code]) => (code === MORE ? setOpen(true) : onChange(code ?? null))}
      />
      <Sheet open={open} title="从哪里来" onClose={() => setOpen(false)}>
        {byRoot(channels).map((root) => (
          <View key={root.rootName} className="channel-field__root">
            <View className="t-note ink-2">{root.rootName}</View>
            <ChipGroup
              chips={chips(root.channels)}
              chosen={chosen ? [chosen] : []}
              onChange={([code]) => {
                onChange(code ?? chosen);
                setOpen(false);
              }}
            />
          </View>
        ))}
      </Sheet>
    </Field>
  );
}
