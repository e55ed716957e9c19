import { sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { CategoryPicture } from '@/components/category-picture/category-picture';
import { StatusTag } from '@/components/status-tag/status-tag';
import type { WaitingReport } from '@/session';

interface Props {
  report: WaitingReport;
  online: boolean;
  now: number;
  onEdit: () => void;
}

/** Something that lies on the phone and is not sent yet, or will not be taken as it is. */
export function WaitingCard({ report, online, now, onEdit }: Props) {
  const { form, body, queuedAt, refusal, files } = report;
  const photos = files.length > 0 ? `，${files.length} 个附件` : '';
  return (
    <Card>
      <View className="waiting-card">
        <CategoryPicture picture={form.picture} size={48} />
        <View className="grow">
          <View className="row row--wrap row--between">
            <View className="t-section">{form.categoryName}</View>
            <StatusTag text={refusal ? '没有发出去' : '排队中'} tone={refusal ? 'late' : 'soon'} />
          </View>
          {body.description === form.categoryName ? null : <View className="one-line">{body.description}</View>}
          <View className="t-note ink-2 tabular">{`${sayTime(queuedAt, now)} 存在手机里${photos}`}</View>
        </View>
      </View>
      <View className={`waiting-card__why ${refusal ? 'ink-late' : ''}`}>
        {refusal ?? (online ? '正在自动发送，不用重新填写' : '联网后自动发送，不用重新填写')}
      </View>
      {refusal ? <Button text="修改后重新提交" block onTap={onEdit} /> : null}
    </Card>
  );
}
