import { SITE_DUTIES, type SiteDuty, type SitePost, type SiteRotaDay } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button/button';
import { ChipGroup, chipsOf } from '@/components/chip-group/chip-group';
import { ClockPick } from '@/components/clock-pick/clock-pick';
import { Field } from '@/components/field/field';
import { TextField } from '@/components/field/text-field';
import { Sheet } from '@/components/sheet/sheet';
import { SitePosts } from '../../../_components/site-posts/site-posts';
import { EMPTY_POST, faultsOf, type PostForm, postOf, withoutPost } from '../_lib/post-form';

interface Props {
  title: string;
  /** Null keeps the sheet closed. */
  day: SiteRotaDay | null;
  /** People who are planned somewhere already. */
  names: readonly string[];
  busy: boolean;
  /** Null: the date goes by its weekday again. */
  onSave: (posts: SitePost[] | null) => Promise<boolean>;
  onClose: () => void;
}

/** Who stands on one day: one more, one less, or as every week. */
export function DaySheet({ title, day, names, busy, onSave, onClose }: Props) {
  const [form, setForm] = useState<PostForm>(EMPTY_POST);
  const [tried, setTried] = useState(false);
  const key = day?.day;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another day begins with nothing typed
  useEffect(() => {
    setForm(EMPTY_POST);
    setTried(false);
  }, [key]);
  const set = (change: Partial<PostForm>) => setForm((before) => ({ ...before, ...change }));
  const faults = tried ? faultsOf(form) : {};
  const posts = day?.posts ?? [];
  const add = async () => {
    setTried(true);
    const post = postOf(form);
    if (!post || !(await onSave([...posts, post]))) return;
    // The same duty mostly goes on with another person.
    setForm({ ...EMPTY_POST, duty: post.duty });
    setTried(false);
  };
  return (
    <Sheet
      open={day !== null}
      title={title}
      onClose={onClose}
      foot={<Button text="排上这个人" block busy={busy} onTap={() => void add()} />}
    >
      {posts.length > 0 ? (
        <SitePosts
          posts={posts}
          verb={(post) => <Button text="取消" kind="quiet" disabled={busy} onTap={() => void onSave(withoutPost(posts, post))} />}
        />
      ) : (
        <View className="ink-2">这天还没有安排人</View>
      )}
      {day?.changed ? <Button text="恢复成每周固定的安排" kind="plain" block disabled={busy} onTap={() => void onSave(null)} /> : null}
      <View className="site-rota__add">
        <Field label="岗位" error={faults.duty}>
          <ChipGroup
            chips={chipsOf(SITE_DUTIES)}
            chosen={form.duty ? [form.duty] : []}
            onChange={([duty]) => set({ duty: (duty as SiteDuty | undefined) ?? null })}
          />
        </Field>
        <TextField label="姓名" name="name" value={form.name} maxLength={20} error={faults.name} onChange={(name) => set({ name })} />
        {names.length > 0 ? (
          <View className="site-rota__names">
            <ChipGroup
              chips={names.map((name) => ({ value: name, label: name }))}
              chosen={names.includes(form.name) ? [form.name] : []}
              onChange={([name]) => set({ name: name ?? '' })}
            />
          </View>
        ) : null}
        <Field label="什么时间" error={faults.time}>
          <View className="site-rota__time">
            <ClockPick label="从" value={form.from} onChange={(from) => set({ from })} />
            <ClockPick label="到" value={form.to} onChange={(to) => set({ to })} />
          </View>
        </Field>
        <TextField
          label="备注"
          optional
          name="note"
          value={form.note}
          maxLength={40}
          placeholder="如：2号楼样板间"
          onChange={(note) => set({ note })}
        />
      </View>
    </Sheet>
  );
}
