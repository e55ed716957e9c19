import { SITE_DUTIES, type SitePost } from '@guihu/shared';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './site-posts.scss';

interface Props {
  posts: readonly SitePost[];
  /** At the end of each line: what can be done with it. */
  verb?: (post: SitePost) => ReactNode;
}

/** Who stands where, from when to when. */
export function SitePosts({ posts, verb }: Props) {
  return (
    <View className="site-posts">
      {posts.map((post) => (
        <View key={`${post.duty}:${post.name}:${post.from}`} className="site-posts__post">
          <View className="site-posts__duty ink-2">{SITE_DUTIES[post.duty]}</View>
          <View className="grow">
            <View className="site-posts__who">
              <View className="site-posts__name">{post.name}</View>
              <View className="tabular">{`${post.from}–${post.to}`}</View>
            </View>
            {post.note ? <View className="t-note ink-2">{post.note}</View> : null}
          </View>
          {verb?.(post)}
        </View>
      ))}
    </View>
  );
}
