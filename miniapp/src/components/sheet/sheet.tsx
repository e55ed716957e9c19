import { Popup } from '@nutui/nutui-react-taro';
import { ScrollView, View } from '@tarojs/components';
import { type PropsWithChildren, type ReactNode, useContext } from 'react';
import { Icon } from '../icon/icon';
import { PageSettings } from '../page-frame/page-settings';
import { Tap } from '../tap/tap';
import './sheet.scss';

interface Props {
  open: boolean;
  title: string;
  onClose: () => void;
  /** Stays in view under the content: what the sheet is for. */
  foot?: ReactNode;
}

/** Comes up from below over the page; on wide screens it stands in the middle. */
export function Sheet({ open, title, onClose, foot, children }: PropsWithChildren<Props>) {
  const { wide, largeType } = useContext(PageSettings);
  return (
    <Popup
      visible={open}
      position={wide ? 'center' : 'bottom'}
      round
      // The popup also tells of a closing that it was asked for, when another sheet may already have been opened.
      onClose={open ? onClose : undefined}
      className={`sheet ${wide ? 'sheet--wide' : ''} ${largeType ? 'large-type' : ''}`}
    >
      <View className="sheet__head">
        <View className="t-section grow">{title}</View>
        <Tap className="sheet__close" label="关闭" onTap={onClose}>
          <Icon name="close" />
        </Tap>
      </View>
      <ScrollView scrollY className="sheet__body">
        {children}
      </ScrollView>
      {foot ? <View className="sheet__foot">{foot}</View> : null}
    </Popup>
  );
}
