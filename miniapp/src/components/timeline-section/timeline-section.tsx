import { sayTime, type TimelineEntry } from '@guihu/shared';
import { useState } from 'react';
import { Card } from '../card/card';
import { ParcelLine } from '../parcel-line/parcel-line';
import { Section } from '../section/section';
import { Tap } from '../tap/tap';
import './timeline-section.scss';

interface Props {
  items: readonly TimelineEntry[];
  now: number;
}

const AT_FIRST = 6;

/** Everything that happened, newest on top. */
export function TimelineSection({ items, now }: Props) {
  const [all, setAll] = useState(false);
  const shown = all ? items : items.slice(0, AT_FIRST);
  return (
    <Section title="动态">
      <Card>
        <ParcelLine
          steps={shown.map((entry) => ({
            title: entry.text,
            text: entry.by ?? undefined,
            time: sayTime(Date.parse(entry.at), now),
            state: 'done' as const,
          }))}
        />
        {shown.length < items.length ? (
          <Tap className="timeline-section__more" onTap={() => setAll(true)}>
            {`展开全部 ${items.length} 条`}
          </Tap>
        ) : null}
      </Card>
    </Section>
  );
}
