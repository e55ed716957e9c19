import { Canvas, Image, View } from '@tarojs/components';
import { useContext, useEffect, useState } from 'react';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/notice/empty-state';
import { PageFrame } from '@/components/page-frame/page-frame';
import { PageSettings } from '@/components/page-frame/page-settings';
import { RefusalLine } from '@/components/refusal-line/refusal-line';
import { Skeleton } from '@/components/skeleton/skeleton';
import { openAlbumSetting, savePicture } from '@/platform/canvas-picture';
import { now } from '@/platform/clock';
import { IS_H5 } from '@/platform/environment';
import { say } from '@/platform/feedback';
import { useParams } from '@/platform/lifecycle';
import type { RouteParams } from '@/platform/routes';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';
import { BindFirst } from '../../_components/bind-first';
import { useReferralLink } from '../../_hooks/use-referral-link';
import { POSTER } from '../../_lib/poster';
import { usePoster } from './_hooks/use-poster';
import './index.scss';

const CANVAS = 'poster';

/** A picture with the place, who recommends it and the code: drawn on the phone, kept in its album. */
export default function PosterPage() {
  const { id = '' } = useParams<RouteParams['poster']>();
  const { largeType } = useContext(PageSettings);
  const project = useResource(`project:${id}`, () => server.projects.detail(id), { kept: true });
  const link = useReferralLink(id);
  const poster = usePoster(CANVAS, project.data, link.data);
  const [refused, setRefused] = useState(false);
  const unbound = link.unproven;
  const name = project.data ? `推荐${project.data.name}` : '推荐海报';
  // A number bound meanwhile, or a picture drawn anew, makes an old refusal no longer worth reading.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => setRefused(false), [poster.picture]);

  const save = async () => {
    if (!poster.picture) return;
    const outcome = await savePicture(poster.picture, `${name}.png`);
    setRefused(outcome === 'refused');
    if (outcome === 'saved') say(IS_H5 ? '海报已保存到下载' : '海报已保存到相册');
    if (outcome === 'failed') say('没有保存成功，请再点一次，或长按图片保存');
  };
  const allow = async () => {
    if (await openAlbumSetting()) await save();
  };
  const waitsFor = project.status === 'ready' ? link : project;
  return (
    <PageFrame
      of={unbound ? project : (waitsFor as typeof project)}
      now={now()}
      width="form"
      skeleton={<Skeleton cards={1} lines={6} picture={250} />}
      bottom={
        poster.picture ? (
          <BottomBar note={refused ? <RefusalLine sentence="没有保存相册的权限：点「去开启」打开后再保存，或长按图片保存" /> : null}>
            {refused ? <Button text="去开启" onTap={allow} /> : <Button text={IS_H5 ? '下载海报' : '保存到相册'} onTap={save} />}
          </BottomBar>
        ) : undefined
      }
      over={<Canvas type="2d" id={CANVAS} className="drawing-place" />}
    >
      <View className="poster">
        {unbound ? (
          <BindFirst why="海报上的码是您个人的，好友扫码来访会记在您名下" onBound={() => void link.reload()} />
        ) : poster.picture ? (
          <>
            <Image
              className="poster__picture"
              src={poster.picture}
              mode="widthFix"
              showMenuByLongpress
              style={{ aspectRatio: `${POSTER.width} / ${POSTER.height}` }}
              {...({ ariaLabel: `${name}的海报，右下角是您的小程序码` } as object)}
            />
            <View className={`poster__note ink-2 ${largeType ? '' : 't-note'}`}>长按图片也可以直接转发</View>
          </>
        ) : poster.failed ? (
          <EmptyState title="海报没有画好" text="可能是网络断了一下，小程序码没有取到" action={{ text: '重新生成', onTap: poster.again }} />
        ) : (
          <Skeleton cards={1} lines={6} picture={250} />
        )}
      </View>
    </PageFrame>
  );
}
