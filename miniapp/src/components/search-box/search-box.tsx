import { Input, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Icon } from '../icon/icon';
import { Tap } from '../tap/tap';
import './search-box.scss';

interface Props {
  /** What can be searched for: 姓名、手机号或编号. */
  placeholder: string;
  /** What is searched for to begin with. */
  initial?: string;
  /** Said by screen readers. */
  label: string;
  /** Told when the typing pauses, or at once by the keyboard's search key. */
  onSearch: (text: string) => void;
}

const PAUSE_MS = 400;
const LONGEST = 40;

export function SearchBox({ placeholder, label, initial = '', onSearch }: Props) {
  const [text, setText] = useState(initial);
  useEffect(() => {
    const timer = setTimeout(() => onSearch(text.trim()), text ? PAUSE_MS : 0);
    return () => clearTimeout(timer);
  }, [text, onSearch]);
  return (
    <View className="search-box">
      <Icon name="search" />
      <Input
        className="search-box__input"
        type="text"
        confirmType="search"
        maxlength={LONGEST}
        value={text}
        placeholder={placeholder}
        placeholderClass="search-box__placeholder"
        onInput={({ detail }) => setText(detail.value)}
        onConfirm={() => onSearch(text.trim())}
        {...({ ariaLabel: label } as object)}
      />
      {text ? (
        <Tap className="search-box__clear" label="清空搜索" onTap={() => setText('')}>
          <Icon name="close" size={1} />
        </Tap>
      ) : null}
    </View>
  );
}
