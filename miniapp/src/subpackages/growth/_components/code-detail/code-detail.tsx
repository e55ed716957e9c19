import { LIVE_CODE_KINDS, type StaffLiveCode, sayTime } from '@guihu/shared';
import { Image, View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Section } from '@/components/section/section';
import { StatusTag } from '@/components/status-tag/status-tag';
import { copyText } from '@/platform/contact';
import { fileAddress } from '@/platform/environment';
import { say } from '@/platform/feedback';
import { KEEP_WORD, savePicture } from '@/platform/save-picture';
import { CODE_STATES, sayYield } from '../../_lib/code-words';
import { YieldBars } from './yield-bars';
import './code-detail.scss';

/** One code: its picture as large as it is printed, what came of it, whose it is and until when. */
export function CodeDetail({ code, now }: { code: StaffLiveCode; now: number }) {
  const copyPath = async () => {
    await copyText(code.path);
    say('已复制小程序路径');
  };
  const facts: [string, string][] = [
    ['用途', LIVE_CODE_KINDS[code.kind]],
    ...(code.channelName ? [['渠道', code.channelName] as [string, string]] : []),
    ...(code.staffName ? [['顾问', code.staffName] as [string, string]] : []),
    ['楼盘', code.projectName],
    ['新建', sayTime(Date.parse(code.createdAt), now)],
    ['有效期', code.expiresAt ? `到 ${sayTime(Date.parse(code.expiresAt), now)}` : '长期有效'],
    ['编号', code.code],
  ];
  return (
    <View className="code-detail">
      <Card>
        <View className="code-detail__head">
          <View className="t-title grow">{code.label}</View>
          <StatusTag {...CODE_STATES[code.state]} icon={code.state === 'active' ? undefined : 'close'} />
        </View>
        <View className="code-detail__picture">
          <Image
            className={`code-detail__image ${code.state === 'active' ? '' : 'code-detail__image--off'}`}
            src={fileAddress(code.pictureUrl)}
            mode="aspectFit"
            showMenuByLongpress
            {...({ ariaLabel: `${code.label}的小程序码` } as object)}
          />
        </View>
        {code.state === 'active' ? (
          <View className="code-detail__verbs">
            <Button text="复制路径" icon="copy" kind="plain" onTap={() => void copyPath()} />
            <Button text={KEEP_WORD} onTap={() => void savePicture(code.pictureUrl, `${code.label}.png`)} />
          </View>
        ) : (
          <View className="t-note ink-2">扫这个码仍能打开小程序，只是不再计入这里</View>
        )}
      </Card>
      <Section title="效果" note={sayYield(code)}>
        <Card>
          <YieldBars code={code} most={code.scans} />
        </Card>
      </Section>
      <Section title="信息">
        <Card>
          {facts.map(([name, text]) => (
            <View key={name} className="code-detail__fact">
              <View className="code-detail__name ink-2">{name}</View>
              <View className="grow tabular">{text}</View>
            </View>
          ))}
          <View className="code-detail__path t-note ink-2">{code.path}</View>
        </Card>
      </Section>
    </View>
  );
}
