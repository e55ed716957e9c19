import type { WorkOrderCategory } from '@guihu/shared';
import { View } from '@tarojs/components';
import { CategoryGrid } from '@/components/category-grid/category-grid';
import { ChipGroup } from '@/components/chip-group/chip-group';
import { Field } from '@/components/field/field';
import { Icon } from '@/components/icon/icon';
import { scrollTo } from '@/platform/lifecycle';
import { useViewport } from '@/platform/viewport';
import './category-field.scss';

interface Props {
  categories: readonly WorkOrderCategory[];
  branch: string | null;
  leaf: string | null;
  error?: string;
  /** What to do until somebody comes. */
  firstAid: string | null;
  onChange: (part: { branch: string; leaf: string | null }) => void;
}

/** On a screen as tall as this the parts come into view by themselves. */
const TALL = 740;

/** What is broken, as a picture; then where exactly, as a word. */
export function CategoryField({ categories, branch, leaf, error, firstAid, onChange }: Props) {
  const { height } = useViewport();
  const whole = categories.find(({ id }) => id === branch);
  const choose = (id: string) => {
    if (id === branch) return;
    onChange({ branch: id, leaf: null });
    const hasParts = categories.find((category) => category.id === id)?.children.length;
    // They are drawn with the next frame.
    if (hasParts && height < TALL) setTimeout(() => scrollTo('#ask-leaf'), 60);
  };
  return (
    <View className="category-field">
      <CategoryGrid items={categories} chosen={branch} onChoose={choose} />
      {error ? (
        <View className="category-field__error t-note" {...({ role: 'alert' } as object)}>
          <Icon name="late" size={1.1} />
          <View className="grow">{error}</View>
        </View>
      ) : null}
      {whole && whole.children.length > 0 ? (
        <View id="ask-leaf">
          <Field label={`${whole.name}：具体是`}>
            <ChipGroup
              chips={whole.children.map(({ id, name }) => ({ value: id, label: name }))}
              chosen={leaf ? [leaf] : []}
              onChange={([id]) => onChange({ branch: whole.id, leaf: id ?? null })}
            />
          </Field>
        </View>
      ) : null}
      {firstAid ? (
        <View className="category-field__aid">
          <Icon name="shield" />
          <View className="grow">{firstAid}</View>
        </View>
      ) : null}
    </View>
  );
}
