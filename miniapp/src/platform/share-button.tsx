import { Button } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { copyText } from './contact';
import { IS_H5 } from './environment';
import { say } from './feedback';

interface Props {
  className?: string;
  /** Path of the mini-program, with its parameters and without a slash before it. */
  path: string;
}

/** Sends a page on: in WeChat as the card that the page's `useShare` describes, on h5 as a link to paste. */
export function ShareButton({ className, path, children }: PropsWithChildren<Props>) {
  if (!IS_H5)
    return (
      <Button className={className} openType="share">
        {children}
      </Button>
    );
  const copy = async () => {
    try {
      await copyText(`${window.location.origin}/#/${path}`);
      say('链接已复制，粘贴发给对方即可');
    } catch {
      say('没能复制，请再点一次');
    }
  };
  return (
    <Button className={className} onClick={copy}>
      {children}
    </Button>
  );
}
