import { Image, View } from '@tarojs/components';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/shapes';
import { Tap } from '../tap/tap';
import './photo-grid.scss';

export interface GridPhoto {
  id: string;
  kind: 'image' | 'video';
  /** Address of what is drawn; null while there is nothing to draw. */
  picture: string | null;
  durationMs?: number | null;
  /** A word under it: 已送达, 维修后. */
  word?: string;
  /** How far it is on its way; drawn as a bar. */
  percent?: number | null;
  /** It did not go, and a tap tries again. */
  failed?: boolean;
}

interface AddTile {
  text: string;
  icon: IconName;
  onTap: () => void;
}

interface Props {
  photos: readonly GridPhoto[];
  onOpen: (id: string) => void;
  onRetry?: (id: string) => void;
  onRemove?: (id: string) => void;
  /** Empty places to fill. */
  add?: readonly AddTile[];
}

/** Photos and videos three beside each other, with what is happening to each in a word. */
export function PhotoGrid({ photos, onOpen, onRetry, onRemove, add = [] }: Props) {
  return (
    <View className="photo-grid">
      {photos.map((photo, at) => (
        <PhotoTile
          key={photo.id}
          photo={photo}
          name={`第 ${at + 1} ${photo.kind === 'video' ? '段视频' : '张照片'}`}
          onTap={photo.failed && onRetry ? () => onRetry(photo.id) : () => onOpen(photo.id)}
          onRemove={onRemove ? () => onRemove(photo.id) : undefined}
        />
      ))}
      {add.map(({ text, icon, onTap }) => (
        <View key={text} className="photo-grid__place">
          <Tap className="photo-grid__add" label={text} onTap={onTap}>
            <Icon name={icon} size={1.8} />
            <View className="t-note">{text}</View>
          </Tap>
        </View>
      ))}
    </View>
  );
}

interface TileProps {
  photo: GridPhoto;
  name: string;
  onTap: () => void;
  onRemove?: () => void;
}

function PhotoTile({ photo: { kind, picture, durationMs, word, percent, failed }, name, onTap, onRemove }: TileProps) {
  return (
    <View className="photo-grid__place">
      <Tap className="photo-grid__tile" label={[name, word].filter(Boolean).join('，')} onTap={onTap}>
        <View className="photo-grid__blank">
          <Icon name={kind === 'video' ? 'video' : 'camera'} size={1.8} />
        </View>
        {picture ? <Image className="photo-grid__image" src={picture} mode="aspectFill" lazyLoad /> : null}
        {kind === 'video' ? (
          <View className="photo-grid__play">
            <Icon name="play" size={1.2} />
            {durationMs ? <View className="t-small tabular">{sayLength(durationMs)}</View> : null}
          </View>
        ) : null}
        {word ? (
          <View className={`photo-grid__word t-small ${failed ? 'photo-grid__word--failed' : ''}`}>
            {failed ? <Icon name="late" size={1} /> : null}
            <View>{word}</View>
          </View>
        ) : null}
        {percent === null || percent === undefined ? null : (
          <View className="photo-grid__bar">
            <View className="photo-grid__done" style={{ width: `${percent}%` }} />
          </View>
        )}
      </Tap>
      {onRemove ? (
        <Tap className="photo-grid__remove" label={`删除${name}`} onTap={onRemove}>
          <View className="photo-grid__cross">
            <Icon name="close" size={1} />
          </View>
        </Tap>
      ) : null}
    </View>
  );
}

/** `0:23` */
function sayLength(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
