import { Button } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { sentenceOf } from './api-problem';
import { IS_H5 } from './environment';
import { say } from './feedback';
import { asPersona } from './simulator';
import { askLikeWechat } from './wechat-sheet';

interface Props {
  className?: string;
  disabled?: boolean;
  /** The code to send to `POST /api/me/phone`; good once and for five minutes. */
  onCode: (code: string) => void;
  /** The person would rather type the number. */
  onRefused?: () => void;
}

/** WeChat's own way to a verified phone number: a button that WeChat, not the app, answers. */
export function PhoneCodeButton({ className, disabled: off, onCode, onRefused, children }: PropsWithChildren<Props>) {
  // Written out as `false` it would still be drawn as disabled on h5.
  const disabled = off || undefined;
  if (IS_H5) {
    return (
      <Button className={className} disabled={disabled} onClick={() => askBySheet().then((code) => (code ? onCode(code) : onRefused?.()))}>
        {children}
      </Button>
    );
  }
  return (
    <Button
      className={className}
      disabled={disabled}
      openType="getPhoneNumber"
      onGetPhoneNumber={({ detail }) => {
        // The refusal's text differs between phones; only the presence of a code is reliable.
        if (detail.code) onCode(detail.code);
        else onRefused?.();
      }}
    >
      {children}
    </Button>
  );
}

async function askBySheet(): Promise<string | null> {
  const answer = await askLikeWechat({
    title: '获取你的手机号',
    note: '将使用微信绑定的手机号，确认是您本人，并便于与您联系',
    yes: '允许',
    no: '不允许',
  });
  if (!answer) return null;
  try {
    return (await asPersona<{ code: string }>('phone-code')).code;
  } catch (failure) {
    say(sentenceOf(failure));
    return null;
  }
}
